package org.smoothbench.viz.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.ScalarField;

/** Saves fields and reads the files as their formats are defined. */
class FieldExportTest {
    private static final int COLUMNS = 6;
    private static final int ROWS = 5;
    private static final ColourScale SCALE = new ColourScale(ColourMap.VIRIDIS, new Range(-20, 20));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Made by {@code numpy.save} of NumPy 2 from float32 [[0, 1.5, -2.25], [nan, 3e-8, 1e20]]. */
    @Test
    void anArrayIsWhatNumpyWouldWrite() throws IOException {
        var numpys = Base64.getDecoder()
                .decode(
                        "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAg"
                                + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAADAPwAAEMAAAMB/"
                                + "WdkAM+x4rWA=");
        var field = ScalarField.of(
                3, 2, new Range(0, 1), new Range(0, 1), new float[] {0, 1.5f, -2.25f, Float.NaN, 3e-8f, 1e20f});

        FieldExport.write(field, new FieldFormat.Npy(), folder.resolve("a.npy"));

        assertThat(Files.readAllBytes(folder.resolve("a.npy"))).isEqualTo(numpys);
    }

    @Test
    void anArraysNumbersBeginWhereItsHeaderEnds() throws IOException {
        var field = plane(false);
        FieldExport.write(field, new FieldFormat.Npy(), folder.resolve("a.npy"));

        var bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("a.npy"))).order(ByteOrder.LITTLE_ENDIAN);
        var start = 10 + bytes.getShort(8);
        assertThat(start % 64).isZero();
        assertThat(new String(bytes.array(), 10, start - 10, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (5, 6), }")
                .endsWith("\n");
        assertThat(bytes.capacity()).isEqualTo(start + 4 * COLUMNS * ROWS);
        assertThat(bytes.getFloat(start + 4 * (2 * COLUMNS + 3)))
                .as("row 2, column 3")
                .isEqualTo(field.value(3, 2));
    }

    /** 2 x + 3 y over 0 to 5 and 0 to 4, with a hole at (2, 2). */
    private static ScalarField plane(boolean hole) {
        var values = new float[COLUMNS * ROWS];
        for (var i = 0; i < values.length; i++) {
            var row = i / COLUMNS;
            values[i] = 2 * (i % COLUMNS) + 3 * row;
        }
        if (hole) {
            values[2 * COLUMNS + 2] = Float.NaN;
        }
        return ScalarField.of(COLUMNS, ROWS, new Range(0, COLUMNS - 1), new Range(0, ROWS - 1), values);
    }

    @Test
    void aBinarySurfaceHasVerticesNormalsColoursAndFaces() throws IOException {
        FieldExport.write(plane(true), new FieldFormat.Ply(SCALE, 0.5), folder.resolve("s.ply"));

        var bytes = Files.readAllBytes(folder.resolve("s.ply"));
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var body = text.indexOf("end_header\n") + "end_header\n".length();
        assertThat(text.substring(0, body).lines())
                .startsWith("ply", "format binary_little_endian 1.0")
                .contains("element vertex 29", "element face 32", "property list uchar int vertex_indices");
        var numbers = ByteBuffer.wrap(bytes, body, bytes.length - body).slice().order(ByteOrder.LITTLE_ENDIAN);
        var places = new float[29][];
        for (var vertex = 0; vertex < 29; vertex++) {
            float[] place = {numbers.getFloat(), numbers.getFloat(), numbers.getFloat()};
            places[vertex] = place;
            assertThat(place[2]).isEqualTo(0.5f * (2 * place[0] + 3 * place[1]));
            // The plane z = x + 1.5 y.
            var length = (float) Math.sqrt(1 + 2.25 + 1);
            assertThat(numbers.getFloat()).isCloseTo(-1 / length, within(1e-6f));
            assertThat(numbers.getFloat()).isCloseTo(-1.5f / length, within(1e-6f));
            assertThat(numbers.getFloat()).isCloseTo(1 / length, within(1e-6f));
            var argb = 0xff;
            for (var channel = 0; channel < 3; channel++) {
                argb = (argb << 8) | (numbers.get() & 0xff);
            }
            assertThat(argb).isEqualTo(SCALE.argb(2 * place[0] + 3 * place[1]));
            assertThat(numbers.getFloat()).isEqualTo(2 * place[0] + 3 * place[1]);
        }
        for (var face = 0; face < 32; face++) {
            assertThat(numbers.get()).isEqualTo((byte) 3);
            var a = places[numbers.getInt()];
            var b = places[numbers.getInt()];
            var c = places[numbers.getInt()];
            assertThat((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
                    .as("twice the area seen from above, against the clock")
                    .isEqualTo(1);
        }
        assertThat(numbers.hasRemaining()).isFalse();
    }

    @Test
    void aSurfaceAsTextCountsFromOneAndNeedsNoSecondFile() throws IOException {
        FieldExport.write(plane(true), new FieldFormat.Obj(SCALE, 1), folder.resolve("s.obj"));

        var lines = Files.readAllLines(folder.resolve("s.obj"));
        assertThat(lines).noneMatch(line -> line.startsWith("mtllib"));
        var vertices = lines.stream().filter(line -> line.startsWith("v ")).toList();
        var normals = lines.stream().filter(line -> line.startsWith("vn ")).toList();
        var faces = lines.stream().filter(line -> line.startsWith("f ")).toList();
        assertThat(vertices).hasSize(29).allSatisfy(line -> {
            var cells = Arrays.stream(line.substring(2).split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(cells).hasSize(6);
            assertThat(cells[2]).isEqualTo(2 * cells[0] + 3 * cells[1]);
            assertThat(cells[3]).isCloseTo(SCALE.colour(cells[2]).getRed(), within(1e-4));
        });
        assertThat(normals).hasSize(29).allMatch("vn -0.53452 -0.80178 0.26726"::equals);
        assertThat(faces).hasSize(32).allSatisfy(line -> {
            for (var corner : line.substring(2).split(" ", -1)) {
                var numbers = corner.split("//", -1);
                assertThat(Integer.parseInt(numbers[0])).isBetween(1, 29);
                assertThat(numbers[1]).isEqualTo(numbers[0]);
            }
        });
    }

    @Test
    void aSurfaceOfHolesIsNoneAndKeepsTheOldFile() throws IOException {
        var target = Files.writeString(folder.resolve("s.ply"), "old");
        var holes = new float[COLUMNS * ROWS];
        Arrays.fill(holes, Float.NaN);
        var field = ScalarField.of(COLUMNS, ROWS, new Range(0, 1), new Range(0, 1), holes);

        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> FieldExport.write(field, new FieldFormat.Ply(SCALE, 1), target))
                .satisfies(e -> assertThat(e.reason()).contains("nothing to save"));

        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("s.ply");
        FieldExport.write(field, new FieldFormat.Npy(), folder.resolve("a.npy"));
        assertThat(folder.resolve("a.npy")).as("an array may hold only NaN").exists();
    }

    @Test
    void isSavedElsewhereAndSaysWhatWentWrong() throws Exception {
        var export = new FieldExport(Runnable::run);
        var file = export.save(plane(false), new FieldFormat.Npy(), folder.resolve("a.npy"));
        assertThat(file.get(5, TimeUnit.SECONDS)).isEqualTo(folder.resolve("a.npy"));

        var nowhere = export.save(
                plane(false), new FieldFormat.Npy(), folder.resolve("missing").resolve("a.npy"));
        assertThat(nowhere).isCompletedExceptionally();
        assertThat(nowhere.exceptionNow())
                .isInstanceOfSatisfying(
                        ExportException.class, e -> assertThat(e.reason()).contains("does not exist"));
    }

    @Test
    void aHeightIsAboveZero() {
        for (var height : List.of(0.0, -1.0, Double.NaN)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new FieldFormat.Ply(SCALE, height));
            assertThatIllegalArgumentException().isThrownBy(() -> new FieldFormat.Obj(SCALE, height));
        }
    }
}
