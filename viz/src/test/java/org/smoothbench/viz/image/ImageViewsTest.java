package org.smoothbench.viz.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.export.ChartExport;
import org.smoothbench.viz.export.ExportFormat;
import org.smoothbench.viz.palette.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ImageViewsTest {
    private final List<Integer> wanted = new ArrayList<>();
    private ImageGrid grid;
    private PictureView picture;
    private ProbabilityBars bars;

    @Start
    void start(Stage stage) {
        grid = new ImageGrid();
        grid.setOnWanted(wanted::addAll);
        picture = new PictureView();
        picture.setPrefSize(70, 70);
        picture.setMaxSize(70, 70);
        bars = new ProbabilityBars();
        stage.setScene(new Scene(new HBox(grid, picture, bars), 800, 400, Color.WHITE));
        stage.show();
    }

    private static Raster checker() {
        return Raster.of(1, 2, 2, new float[] {0, 1, 1, 0});
    }

    private void tiles(int count) {
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> grid.setTiles(IntStream.range(0, count)
                        .mapToObj(i -> new Tile(1000 + i, TileMark.NONE, "image " + i))
                        .toList()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void pixelsStaySharpSquares() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> picture.rasterProperty().set(checker()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(picture.zoom()).isEqualTo(35);
        WritableImage seen =
                WaitForAsyncUtils.waitForAsyncFx(5000, () -> picture.snapshot(new SnapshotParameters(), null));
        var reader = seen.getPixelReader();
        assertThat(reader.getColor(3, 3)).isEqualTo(Color.BLACK);
        assertThat(reader.getColor(34, 34)).isEqualTo(Color.BLACK);
        assertThat(reader.getColor(35, 34)).isEqualTo(Color.WHITE);
        assertThat(reader.getColor(66, 66)).isEqualTo(Color.BLACK);
    }

    @Test
    void onlyWhatCanBeSeenIsAskedFor() {
        List<Integer> seen = new ArrayList<>();
        grid.setOnSeen(keys -> {
            seen.clear();
            seen.addAll(keys);
        });
        tiles(10_000);
        assertThat(seen).startsWith(1000, 1001).hasSizeLessThan(100);
        assertThat(wanted).startsWith(1000, 1001).hasSizeLessThan(200).doesNotContain(5000);
        wanted.clear();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> grid.chosenProperty().set(5000));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(wanted).contains(5000);
        assertThat(grid.visibleKeys()).contains(5000).hasSizeLessThan(100).isEqualTo(seen);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> grid.show(5000, checker()));
        assertThat(grid.has(5000)).isTrue();
        wanted.clear();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> grid.chosenProperty().set(5001));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(wanted).doesNotContain(5000);
    }

    @Test
    void keysAndTheMouseChoose(FxRobot robot) {
        tiles(50);
        robot.interact(grid::requestFocus);
        int columns = 4;
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(grid.chosenProperty().get()).isEqualTo(1001 + columns);
        robot.type(KeyCode.UP, KeyCode.LEFT);
        assertThat(grid.chosenProperty().get()).isEqualTo(1000);
        robot.type(KeyCode.LEFT);
        assertThat(grid.chosenProperty().get()).isEqualTo(1000);
        robot.type(KeyCode.END);
        assertThat(grid.chosenProperty().get()).isEqualTo(1049);
        robot.type(KeyCode.HOME);
        assertThat(grid.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("image 0, 1 of 50");
        robot.clickOn(robot.point(grid).atPosition(javafx.geometry.Pos.TOP_LEFT).atOffset(70 + 30, 30));
        assertThat(grid.chosenProperty().get()).isEqualTo(1001);
    }

    @Test
    void theImagesClassAndTheLikeliestAreShown() {
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> bars.show(List.of(
                        new ClassProbability("cat", 0.05, 0.9, false),
                        new ClassProbability("dog", 0.01, 0.01, false),
                        new ClassProbability("ship", 0.9, 0.02, true),
                        new ClassProbability("frog", 0.02, 0.01, false),
                        new ClassProbability("deer", 0.01, 0.03, false),
                        new ClassProbability("bird", 0.005, 0.001, false))));
        assertThat(bars.shown())
                .extracting(ClassProbability::name)
                .startsWith("ship", "cat", "deer")
                .hasSize(4);
        assertThat((String) bars.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .startsWith("ship, the image's class: 90 % before, 2 % after; cat: 5 % before, 90 % after");
    }

    @Test
    void changesAreSigned() {
        assertThat(SignedColours.LIGHT.rgb(0)).isEqualTo(0xFFFFFF);
        assertThat(SignedColours.LIGHT.rgb(1)).isEqualTo(0xD55E00).isEqualTo(SignedColours.LIGHT.rgb(7));
        assertThat(SignedColours.LIGHT.rgb(-1)).isEqualTo(0x0072B2);
        assertThat(SignedColours.DARK.rgb(Double.NaN)).isEqualTo(0x0D1117);
        float step = 8f / 255;
        // The three channels' mean is a third of the step; with x16 that is 0.167 of the full colour.
        Raster change =
                Raster.ofChange(3, 1, 2, new float[] {step, -step, step, -step, -step, -step}, 16, SignedColours.LIGHT);
        assertThat(change.argb(0, 0) & 0xFFFFFF).isEqualTo(SignedColours.LIGHT.rgb(16 * 8 / 255.0 / 3));
        assertThat(change.argb(1, 0) & 0xFFFFFF).isEqualTo(SignedColours.LIGHT.rgb(-16 * 8 / 255.0));
        assertThatThrownBy(() -> Raster.of(3, 2, 2, new float[4])).hasMessageContaining("do not make 3x2x2");
    }

    @Test
    void aContactSheetIsWrittenWithItsNumbers(@TempDir Path folder) throws Exception {
        var style = new ChartStyle(Color.WHITE, Color.BLACK, Color.GRAY, Color.LIGHTGRAY, Font.font(12), Theme.LIGHT);
        var sheet = new ContactSheet(
                "pgd-10, L-inf, eps 8/255, seed 0",
                List.of(new ContactSheet.Row(
                        List.of(
                                "relu",
                                "a line that is much longer than a checked picture of two times two pixels is wide"),
                        List.of(new ContactSheet.Captioned(checker(), List.of("x", "ship 90 %"))))),
                6,
                style,
                List.of(List.of("model", "fooled"), List.of("relu", "yes")));
        var png = folder.resolve("sheet.png");
        ChartExport.write(sheet, new ExportFormat.Png(2), png);
        var read = ImageIO.read(png.toFile());
        assertThat(read.getWidth()).isEqualTo((int) (2 * sheet.width()));
        // The last columns are free: the longest line is not cut off.
        for (int y = 0; y < read.getHeight(); y++) {
            assertThat(read.getRGB(read.getWidth() - 4, y) & 0xFF).isEqualTo(0xFF);
        }
        assertThat(sheet.width()).isGreaterThan(450);
        // Black, white, white, black squares of 12 pixels, edge to edge.
        int left = 0;
        int top = 0;
        search:
        for (int y = 0; y < read.getHeight(); y++) {
            for (int x = 0; x + 23 < read.getWidth() && y + 23 < read.getHeight(); x++) {
                if (square(read, x, y, 0) && square(read, x + 12, y, 0xFF) && square(read, x + 12, y + 12, 0)) {
                    left = x;
                    top = y;
                    break search;
                }
            }
        }
        assertThat(left).isEqualTo(28);
        assertThat(top).isPositive();
        var csv = folder.resolve("sheet.csv");
        ChartExport.write(sheet, new ExportFormat.Csv(), csv);
        assertThat(Files.readString(csv)).isEqualTo("model,fooled\r\nrelu,yes\r\n");
        assertThat(Objects.requireNonNull(sheet.title())).contains("eps 8/255");
    }

    private static boolean square(java.awt.image.BufferedImage image, int left, int top, int level) {
        for (int i = 0; i < 12; i++) {
            if ((image.getRGB(left + i, top + i) & 0xFF) != level
                    || (image.getRGB(left + 11 - i, top + i) & 0xFF) != level) {
                return false;
            }
        }
        return true;
    }
}
