package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogAxisTest {
    @Test
    void equalRatiosAreEquallyLong() {
        var scale = new LogScale(new Range(0.01, 100), 0, 400);

        assertThat(scale.pixel(0.1)).isCloseTo(100, within(1e-9));
        assertThat(scale.pixel(1)).isCloseTo(200, within(1e-9));
        assertThat(scale.value(300)).isCloseTo(10, within(1e-9));
        assertThat(scale.hasPlaceFor(0)).isFalse();
        assertThat(scale.hasPlaceFor(-1)).isFalse();
        assertThat(scale.hasPlaceFor(1e-300)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new LogScale(new Range(0, 1), 0, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | 1000  | 6  | 1 10 100 1000",
                "0.01  | 1     | 10 | 0.01 0.02 0.05 0.1 0.2 0.5 1",
                "1e-9  | 1e9   | 6  | 1e-8 1e-4 1 10k 1e8",
                "2     | 50    | 5  | 2 5 10 20 50",
                "0.3   | 0.42  | 5  | 0.30 0.35 0.40",
                "1000  | 2e6   | 4  | 1000 10k 100k 1e6"
            })
    void ticksAreDecadesOrOneTwoFive(double min, double max, int most, String labels) {
        var ticks = LogTicks.within(new Range(min, max), most, 0);

        assertThat(String.join(
                        " ",
                        IntStream.range(0, ticks.count()).mapToObj(ticks::label).toList()))
                .isEqualTo(labels);
    }

    @Test
    void theMultiplesBetweenCarryAFaintGrid() {
        assertThat(LogTicks.within(new Range(1, 100), 3, 0).minor())
                .containsExactly(
                        2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
    }

    @Test
    void aRangeThatFollowsTheDataEndsAtRoundValues() {
        assertThat(LogTicks.around(new Range(0.013, 6.1))).isEqualTo(new Range(0.01, 10));
        assertThat(LogTicks.around(new Range(0.02, 5))).isEqualTo(new Range(0.02, 5));
        assertThat(LogTicks.around(new Range(1e-300, 1e300))).isEqualTo(new Range(1e-300, 1e300));
    }

    @Test
    void whatIsNotPositiveIsLeftOutAndCounted() {
        var model = new PlotModel();
        model.left.setTitle("loss");
        model.left.setLogarithmic(true);
        model.series.add(Points.series(0, 10, 1, 0, 2, 1, 3, -4, 4, 0.1, 5, Double.NaN));

        var frame = frame(model);

        assertThat(Objects.requireNonNull(frame.left()).caption()).isEqualTo("loss, log scale · 2 points ≤ 0 left out");
        assertThat(frame.left().scale().domain()).isEqualTo(new Range(0.1, 10));
        assertThat(frame.hasPoints()).isTrue();
        model.x.setLogarithmic(true);
        assertThat(frame(model).x().caption()).isEqualTo("log scale · 1 point ≤ 0 left out");
        assertThat(frame(model).fullX()).isEqualTo(new Range(1, 5));
    }

    @Test
    void theLineHasAGapWhereAPointHasNoPlace() {
        var series = Points.series(0, 10, 1, 0, 2, 1, 3, 10);
        var moves = new int[1];

        Decimator.outline(
                series,
                new LinearScale(new Range(0, 3), 0, 30),
                new LogScale(new Range(1, 10), 10, 0),
                1,
                new PathSink() {
                    @Override
                    public void moveTo(double x, double y) {
                        moves[0]++;
                    }

                    @Override
                    public void lineTo(double x, double y) {
                        assertThat(y).isBetween(-1e-9, 10 + 1e-9);
                    }

                    @Override
                    public void lonelyPoint(double x, double y) {
                        assertThat(x).isZero();
                    }
                });

        assertThat(moves).containsExactly(2);
    }

    @Test
    void nothingAboveZeroIsNotDrawnAtAll() {
        var model = new PlotModel();
        model.left.setLogarithmic(true);
        model.series.add(Points.series(1, 0, 2, -3));

        assertThat(frame(model).hasPoints()).isFalse();
        assertThat(frame(model).hasMeasurements()).isTrue();
    }

    @Test
    void aFixedRangeFromZeroBeginsAtTheData() {
        var model = new PlotModel();
        model.x.setLogarithmic(true);
        model.x.setFixedRange(new Range(0, 100));
        model.series.add(Points.series(0, 1, 0.5, 1, 90, 2));

        assertThat(frame(model).fullX()).isEqualTo(new Range(0.5, 100));
        model.series.setAll(List.of(Points.series(0, 1)));
        assertThat(frame(model).fullX()).isEqualTo(new Range(1, 100));
    }

    @Test
    void aZoomFromBelowZeroShowsThePositivePart() {
        assertThat(AxisRange.zoomed(new Range(-5, 10), new Range(1, 100), true)).isEqualTo(new Range(1, 10));
        assertThat(AxisRange.zoomed(new Range(-5, 0.5), new Range(1, 100), true))
                .isEqualTo(new Range(1, 100));
        assertThat(AxisRange.zoomed(new Range(-5, 10), new Range(-9, 100), false))
                .isEqualTo(new Range(-5, 10));
    }

    private static PlotFrame frame(PlotModel model) {
        return PlotLayout.of(model, new ScreenTextMeter(Font.getDefault()), new Rectangle2D(0, 0, 600, 300));
    }
}
