package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;
import org.smoothbench.viz.chart.Stages;
import org.smoothbench.viz.export.ChartExport;
import org.smoothbench.viz.export.ExportFormat;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SectionChartTest {
    @SuppressWarnings("NullAway.Init")
    private SectionChart chart;

    @Start
    void start(Stage stage) {
        chart = new SectionChart();
        chart.xAxis().setTitle("a");
        chart.xAxis().setUnit("ε");
        chart.yAxis().setTitle("b");
        chart.valueAxis().setTitle("loss");
        stage.setScene(new Scene(new BorderPane(chart), 700, 400));
        stage.show();
    }

    @Test
    void aLineThroughAPlaneIsALine() {
        show(new SectionLine(-1.5, -1, 1.5, 1), new SectionCurve("ReLU", 0, Fields.of(41, 2, (x, y) -> 2 * x - y)));

        var series = series().getFirst();
        var length = 2 * Math.hypot(1.5, 1);
        assertThat(series.x(0)).isZero();
        assertThat(series.x(series.size() - 1)).isCloseTo(length, within(1e-12));
        for (var i = 0; i < series.size(); i++) {
            var share = series.x(i) / length;
            // Single precision of values up to 6.
            assertThat(series.y(i)).isCloseTo(-2 + 4 * share, within(1e-6));
        }
    }

    @Test
    void aKinkOnTheGridStaysSharp() {
        show(
                new SectionLine(-1, 0.05, 1, 0.35),
                new SectionCurve("ReLU", 0, Fields.of(21, 2, (x, y) -> Math.abs(x - 0.2))));

        var series = series().getFirst();
        var smallest = new double[] {1, 0};
        for (var i = 0; i < series.size(); i++) {
            if (series.y(i) < smallest[0]) {
                smallest[0] = series.y(i);
                smallest[1] = series.x(i);
            }
        }
        assertThat(smallest[0]).as("the very corner is among the points").isCloseTo(0, within(1e-7));
        assertThat(smallest[1]).isCloseTo(0.6 * Math.hypot(2, 0.3), within(1e-6));
    }

    @Test
    void everyCrossingOfAGridIsAPlaceAndHalfwayAnother() {
        var field = Fields.of(5, 2, (x, y) -> 0);
        // Crosses x = -1, 0 and 1 and y = 0; the last through a vertex, which is one place.
        var places = SectionPlaces.of(new SectionLine(-1.5, -0.75, 1.5, 0.75), List.of(field));

        assertThat(Arrays.stream(places).boxed().toList())
                .usingComparatorForType(
                        (one, other) -> Math.abs(one - other) < 1e-12 ? 0 : Double.compare(one, other), Double.class)
                .isEqualTo(List.of(0.0, 1 / 12.0, 1 / 6.0, 1 / 3.0, 0.5, 2 / 3.0, 5 / 6.0, 11 / 12.0, 1.0));
    }

    @Test
    void aLevelLineIsReadInItsAxisNumbers() {
        show(new SectionLine(-1, 0.5, 2, 0.5), new SectionCurve("ReLU", 0, Fields.of(21, 2, (x, y) -> x)));

        var lineChart = lineChart();
        assertThat(lineChart.xAxis().titleProperty().get()).isEqualTo("a");
        assertThat(lineChart.xAxis().fixedRangeProperty().get()).isEqualTo(new Range(-1, 2));
        assertThat(series().getFirst().y(0)).isEqualTo(-1);

        Stages.run(() -> chart.lineProperty().set(new SectionLine(0, 0, 1, 1)));
        assertThat(lineChart.xAxis().titleProperty().get()).isEqualTo("from A to B");
    }

    @Test
    void holesAreGapsAndAMovedLineIsFollowed() {
        var field = Fields.of(21, 2, (x, y) -> x > 0.5 ? Double.NaN : y);
        show(new SectionLine(-1, 1, 1, 1), new SectionCurve("ReLU", 0, field));
        var series = series().getFirst();
        assertThat(series.isDrawn(0)).isTrue();
        assertThat(series.isDrawn(series.size() - 1)).isFalse();

        Stages.run(() -> chart.lineProperty().set(new SectionLine(-1, -2, -1, 2)));
        assertThat(series.y(0)).isEqualTo(-2);
        assertThat(series.y(series.size() - 1)).isEqualTo(2);
        Stages.run(() -> chart.lineProperty().set(null));
        assertThat(series.size()).isZero();
    }

    @Test
    void quantilesAreABandAndInTheTable(@TempDir Path folder) throws Exception {
        var mean = Fields.of(11, 1, (x, y) -> x);
        var low = Fields.of(11, 1, (x, y) -> x - 0.5);
        var high = Fields.of(11, 1, (x, y) -> x + 2);
        show(
                new SectionLine(-1, 0, 1, 0),
                new SectionCurve("SiLU", 1, mean, low, high),
                new SectionCurve("ReLU", 0, mean));

        var band = series().getFirst();
        assertThat(band.hasBand()).isTrue();
        assertThat(band.hasDeviations()).isFalse();
        assertThat(band.low(0)).isEqualTo(-1.5);
        assertThat(band.high(0)).isEqualTo(1);
        assertThat(series().get(1).hasBand()).isFalse();

        ChartExport.write(Stages.call(chart::freeze), new ExportFormat.Csv(), folder.resolve("s.csv"));
        assertThat(Files.readAllLines(folder.resolve("s.csv")))
                .hasSize(1 + 21)
                .startsWith(
                        "distance from A,a [ε],b,\"SiLU, loss\",\"SiLU, low\",\"SiLU, high\",\"ReLU, loss\"",
                        "0.0,-1.0,0.0,-1.0,-1.5,1.0,-1.0");
    }

    private void show(SectionLine line, SectionCurve... curves) {
        Stages.run(() -> {
            chart.setCurves(List.of(curves));
            chart.lineProperty().set(line);
        });
    }

    private LineChart lineChart() {
        return (LineChart) chart.getChildren().getFirst();
    }

    private List<Series> series() {
        return lineChart().getSeries();
    }
}
