package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class ReadoutTest {
    private final Series low = named("low", 1, 10, 2, 20, 3, 30);
    private final Series high = named("high", 1, 60, 2, 70);
    private final Series diverged = named("diverged", 1, 5, 2, Double.NaN);

    @Test
    void listsTheLargestValueFirstAndGapsLast() {
        var readout = Readout.near(2.2, List.of(diverged, low, high)).orElseThrow();

        assertThat(readout.x()).isEqualTo(2);
        assertThat(readout.rows()).extracting(row -> row.series().name()).containsExactly("high", "low", "diverged");
        assertThat(readout.rows()).extracting(Readout.Row::y).containsExactly(70.0, 20.0, Double.NaN);
    }

    @Test
    void saysSoWhereASeriesWasMeasuredElsewhere() {
        var model = new PlotModel();
        model.left.setUnit("%");
        model.x.setTitle("epoch");
        model.series.addAll(List.of(low, high));
        var frame = PlotLayout.of(model, new ScreenTextMeter(Font.getDefault()), new Rectangle2D(0, 0, 400, 300));

        var readout = Readout.near(3, model.visibleSeries()).orElseThrow();

        assertThat(readout.spoken(frame)).isEqualTo("epoch 3: high 70 % @ 2; low 30 %");
    }

    @Test
    void thereIsNothingToReadWithoutPoints() {
        assertThat(Readout.near(1, List.of(Points.series()))).isEmpty();
    }

    @Test
    void stepsThroughThePointsOfAllSeries() {
        assertThat(Readout.neighbour(2, 1, List.of(low, high))).hasValue(3);
        assertThat(Readout.neighbour(2, -1, List.of(low, high))).hasValue(1);
        assertThat(Readout.neighbour(3, 1, List.of(low, high))).isEmpty();
    }

    private static Series named(String name, double... xy) {
        return Points.fill(new Series(name, AxisSide.LEFT, 0, LineStyle.SOLID), xy);
    }
}
