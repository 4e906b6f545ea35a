package org.smoothbench.core.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** Landscapes come back from their files as they were, or it is told what is wrong with the files. */
final class LandscapeFileTest {

    private static final LandscapeSpec SPEC =
            new LandscapeSpec(new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10)), 8, 5, 2, 3, 2, false, 9);

    @TempDir
    private Path folder = Path.of("");

    private LandscapeDirectory directory = new LandscapeDirectory(folder);

    private final List<Surface> surfaces = List.of(
            SampleLandscapes.surface(SPEC, 3, (a, b) -> a * a + b),
            SampleLandscapes.surface(SPEC, 9, (a, b) -> a == 0 && b == 0 ? Double.NaN : 1 / (a + b)));

    @BeforeEach
    void write() throws IOException {
        directory = new LandscapeDirectory(folder.resolve("landscapes").resolve("one"));
        Files.createDirectories(directory.path());
        int floats = 3 * 12 + 3 * 25;
        ByteBuffer bytes = ByteBuffer.allocate(2 * floats * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Surface surface : surfaces) {
            ImagePlane plane = Objects.requireNonNull(surface.plane());
            for (float[] part : List.of(
                    plane.image(),
                    plane.first(),
                    plane.second(),
                    surface.layers().loss(),
                    surface.layers().margin(),
                    surface.layers().outcome())) {
                for (float value : part) {
                    bytes.putFloat(value);
                }
            }
        }
        Files.write(directory.values(), bytes.array());
        Files.writeString(directory.journal(), "{}\n");
        LandscapeFile.finish(directory, SampleLandscapes.report(SPEC, surfaces, LandscapeFile.values(directory)));
    }

    @Test
    void comesBackAsItWas() throws IOException {
        Landscape landscape = LandscapeFile.read(directory);
        assertThat(landscape.report().spec()).isEqualTo(SPEC);
        assertThat(landscape.report())
                .isEqualTo(SampleLandscapes.report(SPEC, surfaces, LandscapeFile.values(directory)));
        assertThat(directory.journal()).doesNotExist();
        for (int i = 0; i < 2; i++) {
            Surface found = landscape.surfaces().get(i);
            Surface wanted = surfaces.get(i);
            assertThat(found.layers().loss()).isEqualTo(wanted.layers().loss());
            assertThat(found.layers().margin()).isEqualTo(wanted.layers().margin());
            assertThat(found.layers().outcome()).isEqualTo(wanted.layers().outcome());
            ImagePlane plane = Objects.requireNonNull(found.plane());
            assertThat(plane.image())
                    .isEqualTo(Objects.requireNonNull(wanted.plane()).image());
            assertThat(plane.second())
                    .isEqualTo(Objects.requireNonNull(wanted.plane()).second());
        }
        assertThat(landscape.report().surfaces().get(1).holes()).isEqualTo(5);
        assertThat(landscape.report().caption())
                .isEqualTo("20261122-cifar10-relu-s0: ResNet-18, width 16, ReLU, best weights after epoch 12: PGD-10 x"
                        + " random, L-inf, eps 8/255, not clipped, 2 test images, seed 9; 5 vertices without a number");
        assertThat(LandscapeDirectory.in(folder.resolve("landscapes"))).containsExactly(directory);
        assertThat(LandscapeDirectory.in(folder.resolve("nothing"))).isEmpty();
    }

    /** A number that is none has to be null, since JSON has no other word for it. */
    @Test
    void writesPlainJson() throws IOException {
        assertThat(Files.readString(directory.report()))
                .contains("\"curvature\": null", "\"type\": \"adversarial-random\"")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        refuses(new LandscapeDirectory(folder.resolve("nothing")), "there is no landscape here");

        byte[] values = Files.readAllBytes(directory.values());
        values[17] ^= 1;
        Files.write(directory.values(), values);
        refuses(directory, "values.f32: is damaged: its SHA-256 is not the one that landscape.json says");
        Files.write(directory.values(), new byte[values.length - 4]);
        refuses(directory, "values.f32: is damaged: it has 884 bytes, not 888");
        Files.delete(directory.values());
        refuses(directory, "values.f32: the values are missing");

        String report = Files.readString(directory.report());
        for (String[] damage : new String[][] {
            {report.substring(0, report.length() / 2), "landscape.json: is damaged"},
            {"", "landscape.json: is damaged: it is no landscape"},
            {"{\"schema\": 1}", "is damaged: it does not say study"},
            {"[]", "it is no landscape"},
            {"{}", "is of version null, not 1"},
            {report.replace("\"schema\": 1", "\"schema\": 2"), "is of version 2, not 1"},
            {report.replace("\"grid\": 5", "\"grid\": 6"), "$.spec.grid: expected an odd number of vertices"},
            {report.replace("\"grid\": 5", "\"gri\": 5"), "the unknown key \"gri\" (did you mean \"grid\"?)"},
            {report.replace("\"count\": 222", "\"count\": 111"), "111 values are not the 222 of 2 surfaces"},
            {report.replace("\"study\": \"0123abcd\",", ""), "it does not say study"}
        }) {
            Files.writeString(directory.report(), damage[0]);
            refuses(directory, damage[1]);
        }
    }

    private static void refuses(LandscapeDirectory directory, String reason) {
        assertThatThrownBy(() -> LandscapeFile.read(directory)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isInstanceOf(Problem.Data.class);
            assertThat(e.problem().line()).contains(reason);
            assertThat(e.problem().remedy()).isNotBlank();
        });
    }
}
