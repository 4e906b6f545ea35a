package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.smoothbench.viz.export.ChartExport;

final class DrawingRowTest {
    private record Block(String title, Color colour, double width, double height) implements Drawing {
        @Override
        public void paint(Surface surface) {
            surface.box(new Rectangle2D(0, 0, width, height), 0, colour);
            surface.clipped(
                    new Rectangle2D(2, 2, 4, 4),
                    () -> surface.image(Raster.of(1, 1, new int[] {0xffffffff}), new Rectangle2D(0, 0, width, height)));
        }

        @Override
        public Stream<List<String>> table() {
            return Stream.of(List.of("x"), List.of(title + "1"));
        }
    }

    private static final DrawingRow ROW =
            new DrawingRow("", List.of(new Block("a", Color.RED, 10, 8), new Block("b", Color.BLUE, 12, 16)));

    @Test
    void drawsItsPartsBesideEachOther() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(ChartExport.png(ROW, 2)));
        assertThat(picture.getWidth()).isEqualTo(44);
        assertThat(picture.getHeight()).isEqualTo(32);
        assertThat(picture.getRGB(18, 10)).isEqualTo(0xffff0000);
        assertThat(picture.getRGB(22, 30)).isEqualTo(0xff0000ff);
        // What the second one clips and draws has moved with it.
        assertThat(picture.getRGB(28, 8)).isEqualTo(0xffffffff);
        assertThat(picture.getRGB(34, 8)).isEqualTo(0xff0000ff);
    }

    @Test
    void hasTheTablesOfAllParts() {
        assertThat(ROW.table())
                .containsExactly(List.of("drawing", "title", "x"), List.of("1", "a", "a1"), List.of("2", "b", "b1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DrawingRow("", List.of()));
    }
}
