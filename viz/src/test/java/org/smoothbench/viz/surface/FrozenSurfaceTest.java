package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.export.AnimationExport;
import org.smoothbench.viz.export.AnimationFormat;
import org.smoothbench.viz.export.ChartExport;
import org.smoothbench.viz.export.DrawnFrames;
import org.smoothbench.viz.export.ExportException;
import org.smoothbench.viz.export.ExportFormat;

class FrozenSurfaceTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 320;

    private static FrozenSurface frozen() {
        var model = SampleSurfaces.model(SampleSurfaces.kinked(31), SampleSurfaces.scale(31), "ReLU");
        var frame = SampleSurfaces.frame(model, CameraPreset.ISO.pose(), 1, 1, Looks.DARK);
        return new FrozenSurface(frame, Looks.DARK_STYLE, WIDTH, HEIGHT);
    }

    private static BufferedImage picture(org.smoothbench.viz.chart.Drawing drawing, double scale) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(ChartExport.png(drawing, scale)));
    }

    @Test
    void isDrawnAsFinelyAsAsked() throws IOException {
        var small = picture(frozen(), 1);
        var large = picture(frozen(), 3);
        Files.createDirectories(Path.of("target", "pictures", "surface"));
        ImageIO.write(
                large,
                "png",
                Path.of("target", "pictures", "surface", "frozen.png").toFile());

        assertThat(small.getWidth()).isEqualTo(WIDTH);
        assertThat(large.getWidth()).isEqualTo(3 * WIDTH);
        assertThat(large.getHeight()).isEqualTo(3 * HEIGHT);
        // Drawn anew, not enlarged: neighbours inside a block of 3 by 3 differ far more often than in an enlarged
        // picture.
        assertThat(differingNeighbours(large)).isGreaterThan(2 * differingNeighbours(small));
    }

    private static long differingNeighbours(BufferedImage image) {
        var count = 0L;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 1; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == image.getRGB(x - 1, y) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void onPaperItIsDarkOnWhite() throws IOException {
        assertThat(picture(frozen(), 1).getRGB(2, 2)).isEqualTo(0xff0d1117);
        assertThat(picture(frozen().onPaper(), 1).getRGB(2, 2)).isEqualTo(0xffffffff);
    }

    @Test
    void anOrbitComesBackToWhereItBegan() throws IOException {
        var orbit = frozen().orbit(8);
        var first = picture(frozen(), 1);

        assertThat(difference(picture(orbit.apply(0), 1), first)).isZero();
        assertThat(difference(picture(orbit.apply(8), 1), first)).isZero();
        assertThat(difference(picture(orbit.apply(2), 1), first)).isGreaterThan(WIDTH * HEIGHT / 20);
    }

    @Test
    void anOrbitIsSavedAsAnAnimation(@TempDir Path folder) throws ExportException, IOException {
        var frames = new DrawnFrames(3, frozen().orbit(3), 1);
        AnimationExport.write(frames, new AnimationFormat.PngSequence(), folder.resolve("orbit"));
        AnimationExport.write(frames, new AnimationFormat.Gif(10, true), folder.resolve("orbit.gif"));

        var third = ImageIO.read(folder.resolve("orbit").resolve("0003.png").toFile());
        assertThat(difference(third, picture(frozen().orbit(3).apply(2), 1))).isZero();
        assertThat(Files.size(folder.resolve("orbit.gif"))).isGreaterThan(10_000);
    }

    private static int difference(BufferedImage one, BufferedImage other) {
        var count = 0;
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                count += Golden.difference(one.getRGB(x, y), other.getRGB(x, y)) > 8 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void isSavedInEveryFormat(@TempDir Path folder) throws ExportException, IOException {
        for (var format : List.of(
                new ExportFormat.Png(2), new ExportFormat.Svg(), new ExportFormat.Pdf(), new ExportFormat.Csv())) {
            var file = folder.resolve("surface." + format.extension());
            ChartExport.write(frozen(), format, file);
            assertThat(Files.size(file)).isGreaterThan(10_000);
        }
        var rows = Files.readAllLines(folder.resolve("surface.csv"));
        assertThat(rows).hasSize(1 + 31 * 31);
        assertThat(rows.get(0))
                .isEqualTo("column,row,a: sign of the gradient [ε],b: Rademacher [ε],cross-entropy,class");
        assertThat(rows.get(1)).startsWith("0,0,-2.0,-2.0,");
    }
}
