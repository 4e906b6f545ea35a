package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class MeanPointTest {
    @Test
    void hasTheSampleDeviation() {
        // 2, 4, 4, 4, 5, 5, 7, 9: the sum of squares about 5 is 32, over n - 1 = 7.
        var seeds = List.of(2, 4, 4, 4, 5, 5, 7, 9).stream()
                .map(y -> Points.series(1, y))
                .toList();

        var point = MeanPoint.over(seeds).getFirst();

        assertThat(point.mean()).isCloseTo(5, within(1e-15));
        assertThat(point.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-15));
        assertThat(point.count()).isEqualTo(8);
    }

    @Test
    void countsOnlyWhatWasMeasuredAtAnX() {
        var points = MeanPoint.over(List.of(
                Points.series(1, 10, 2, 20, 3, Double.NaN), Points.series(2, 30, 1, 99, 1, 14), Points.series(0, 7)));

        assertThat(points).extracting(MeanPoint::x).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(points).extracting(MeanPoint::count).containsExactly(1, 2, 2, 0);
        assertThat(points).extracting(MeanPoint::mean).containsExactly(7.0, 12.0, 25.0, Double.NaN);
        assertThat(points.getFirst().deviation()).isNaN();
        assertThat(points.get(1).deviation()).isCloseTo(Math.sqrt(8), within(1e-15));
    }

    @Test
    void theReadoutHasDeviationAndCount() {
        var means = new Series("SiLU", AxisSide.LEFT, 0, LineStyle.SOLID);
        MeanPoint.over(List.of(Points.series(1, 50, 2, 60), Points.series(1, 52)))
                .forEach(means::append);
        var model = new PlotModel();
        model.left.setUnit("%");
        model.series.add(means);
        var frame = PlotLayout.of(model, new ScreenTextMeter(Font.getDefault()), new Rectangle2D(0, 0, 400, 300));

        assertThat(text(1, frame)).isEqualTo("51 ± 1.414 % (n = 2)");
        assertThat(text(2, frame)).isEqualTo("60 % (n = 1)");
    }

    @Test
    void theRangeHoldsTheBand() {
        var means = Points.series();
        means.append(new MeanPoint(1, 50, 12, 3));
        means.append(new MeanPoint(2, 60, Double.NaN, 1));

        assertThat(Extents.ofY(List.of(means), new Range(1, 2), new Axis())).isEqualTo(new Range(38, 62));
    }

    @Test
    void theRangeLeavesOutWhereABandHasNoValues() {
        var means = Points.series();
        means.append(new MeanPoint(1, 1, 3, 3));
        means.append(new MeanPoint(2, 99, 4, 3));
        var share = new Axis();
        share.setLimits(new Range(0, 100));

        assertThat(Extents.ofY(List.of(means), new Range(1, 2), new Axis())).isEqualTo(new Range(0, 103));
        assertThat(Extents.ofY(List.of(means), new Range(1, 2), share)).isEqualTo(new Range(0, 100));

        means.append(new MeanPoint(3, -20, 4, 3));
        assertThat(Extents.ofY(List.of(means), new Range(1, 3), new Axis())).isEqualTo(new Range(-24, 103));
        assertThat(Extents.ofY(List.of(means), new Range(1, 3), share))
                .as("a value is shown wherever it lies")
                .isEqualTo(new Range(-20, 100));
    }

    @Test
    void aSeriesKeepsItsBandWhileItGrowsAndLosesItWhenCleared() {
        var series = Points.series(0, 1);
        for (var i = 1; i < 500; i++) {
            series.append(new MeanPoint(i, i, 0.5, 3));
        }
        assertThat(series.hasBand()).isTrue();
        assertThat(series.deviation(0)).isNaN();
        assertThat(series.count(0)).isEqualTo(1);
        assertThat(series.deviation(499)).isEqualTo(0.5);
        assertThat(series.copy().count(499)).isEqualTo(3);

        series.clear();
        assertThat(series.hasBand()).isFalse();
    }

    private static String text(double x, PlotFrame frame) {
        var readout = Readout.near(x, frame.series()).orElseThrow();
        return readout.text(readout.rows().getFirst(), frame);
    }
}
