package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.smoothbench.viz.chart.Surface.Pen;

class LinePathTest {
    private final List<Rectangle2D> boxes = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    @Test
    void aCalmLineIsOneStroke() {
        draw(LineStyle.SOLID, 0.2, 1);

        assertThat(lines).containsExactly(1000);
        assertThat(boxes).isEmpty();
    }

    @Test
    void noiseIsAColumnForEachPixelAndEachMeetsTheNext() {
        draw(LineStyle.SOLID, 50, 1);

        assertThat(lines).isEmpty();
        assertThat(boxes).hasSize(250);
        for (var i = 1; i < boxes.size(); i++) {
            assertThat(boxes.get(i).getMinX()).isEqualTo(boxes.get(i - 1).getMinX() + 1);
            assertThat(boxes.get(i).getMinY()).isLessThan(boxes.get(i - 1).getMaxY());
            assertThat(boxes.get(i).getMaxY()).isGreaterThan(boxes.get(i - 1).getMinY());
        }
        assertThat(boxes).allSatisfy(box -> {
            assertThat(box.getMinY()).isBetween(99.5, 100.0);
            assertThat(box.getMaxY()).isBetween(150.0, 150.5);
        });
    }

    @Test
    void filesAndPatternsKeepTheirLines() {
        draw(LineStyle.SOLID, 50, 2);
        draw(LineStyle.DASHED, 50, 1);

        assertThat(lines).containsExactly(1000, 1000);
        assertThat(boxes).isEmpty();
    }

    /** Four points in each of 250 columns, alternately up and down. */
    private void draw(LineStyle style, double height, double resolution) {
        var path = new LinePath(new Recorder(resolution), new Pen(Color.BLACK, 1, style), 3);
        path.moveTo(0, 100);
        for (var i = 1; i < 1000; i++) {
            path.lineTo(i / 4.0, 100 + (i % 2) * height);
        }
        path.end();
    }

    private final class Recorder implements Surface {
        private final double resolution;

        Recorder(double resolution) {
            this.resolution = resolution;
        }

        @Override
        public double resolution() {
            return resolution;
        }

        @Override
        public TextMeter meter(double size) {
            throw new AssertionError("a line has no text");
        }

        @Override
        public void line(double[] xs, double[] ys, int count, Pen pen) {
            lines.add(count);
        }

        @Override
        public void polygon(double[] xs, double[] ys, int count, Color fill) {
            throw new AssertionError("a line has no inside");
        }

        @Override
        public void box(Rectangle2D area, double radius, Color fill) {
            boxes.add(area);
        }

        @Override
        public void disc(double x, double y, double radius, Color fill) {
            throw new AssertionError("no point is lonely");
        }

        @Override
        public void image(Raster picture, Rectangle2D area) {
            throw new AssertionError("a line has no picture");
        }

        @Override
        public void text(String text, double x, double y, Lettering lettering) {
            throw new AssertionError("a line has no text");
        }

        @Override
        public void clipped(Rectangle2D area, Runnable content) {
            content.run();
        }
    }
}
