package org.smoothbench.viz.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.Series;
import org.smoothbench.viz.palette.SeriesPalette;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CurvePlotTest {
    private static final Curve STEP = new Curve("step", 0, x -> x > 0 ? 1 : 0, List.of(0.0));
    private static final Curve SQUARE = new Curve("square", 1, x -> x * x, List.of());

    private final ObservableSet<Integer> hidden = FXCollections.observableSet();

    @SuppressWarnings("NullAway.Init")
    private CurvePlot plot;

    @Start
    void start(Stage stage) {
        plot = new CurvePlot("Test", hidden);
        plot.domainProperty().set(new Interval(-5, 5));
        stage.setScene(new Scene(new BorderPane(plot), 600, 400));
        stage.show();
    }

    @Test
    void pointsLieOnTheFunctionAndTheJumpIsAGap() {
        run(() -> plot.setCurves(List.of(STEP, SQUARE)));
        var step = series(0);
        var square = series(1);
        assertThat(square.x(0)).isEqualTo(-5);
        assertThat(square.x(square.size() - 1)).isEqualTo(5);
        for (var i = 0; i < square.size(); i++) {
            assertThat(square.y(i)).isEqualTo(square.x(i) * square.x(i));
        }
        var zero = step.nearest(0);
        assertThat(step.x(zero)).isZero();
        assertThat(step.isDrawn(zero)).isFalse();
        assertThat(step.y(zero - 1)).isEqualTo(0);
        assertThat(step.y(zero + 1)).isEqualTo(1);
        assertThat(step.x(zero + 1)).isBetween(0.0, 1e-7);
        assertThat(step.isAscending()).isTrue();
    }

    @Test
    void theWindowIsSampledAsFinelyAsTheWhole() {
        run(() -> {
            plot.setCurves(List.of(SQUARE));
            plot.windowProperty().set(new Interval(2, 2.01));
        });
        var square = series(0);
        var inside = 0;
        for (var i = 0; i < square.size(); i++) {
            inside += square.x(i) >= 2 && square.x(i) <= 2.01 ? 1 : 0;
        }
        assertThat(inside).isGreaterThan(450);
        assertThat(chart().zoomProperty().get()).hasToString("Range[min=2.0, max=2.01]");
        run(chart()::resetZoom);
        assertThat(plot.windowProperty().get()).isNull();
    }

    @Test
    void plotsShareWhatIsHidden() {
        run(() -> plot.setCurves(List.of(STEP, SQUARE)));
        run(() -> series(1).setVisible(false));
        assertThat(hidden).containsExactly(1);
        run(hidden::clear);
        assertThat(series(1).isVisible()).isTrue();
        run(() -> hidden.add(0));
        assertThat(series(0).isVisible()).isFalse();
        run(() -> plot.setCurves(List.of(new Curve("another", 0, x -> x, List.of()))));
        assertThat(series(0).isVisible()).isFalse();
    }

    @Test
    void theSameNamesKeepTheirLegend() {
        run(() -> plot.setCurves(List.of(SQUARE)));
        var before = series(0);
        run(() -> plot.setCurves(List.of(new Curve("square", 1, x -> 2 * x * x, List.of()))));
        assertThat(series(0)).isSameAs(before);
        assertThat(before.y(before.size() - 1)).isEqualTo(50);
    }

    @Test
    void slotsDifferInColourOrLineStyleAndNeighboursInBoth() {
        Set<String> looks = new HashSet<>();
        var colours = SeriesPalette.colourBlindSafe().size();
        for (var slot = 0; slot < Curve.SLOTS; slot++) {
            looks.add(slot % colours + " " + CurvePlot.lineStyle(slot));
            assertThat(CurvePlot.lineStyle(slot)).isNotEqualTo(CurvePlot.lineStyle(slot + 1));
        }
        assertThat(looks).hasSize(Curve.SLOTS);
    }

    @Test
    void withoutLegendThereIsMorePlot() {
        run(() -> plot.setCurves(List.of(STEP, SQUARE)));
        var before = Objects.requireNonNull(plot.lookup(".viz-plot"))
                .getLayoutBounds()
                .getHeight();
        run(() -> plot.setLegendShown(false));
        assertThat(Objects.requireNonNull(plot.lookup(".viz-plot"))
                        .getLayoutBounds()
                        .getHeight())
                .isGreaterThan(before + 10);
    }

    private LineChart chart() {
        return (LineChart) Objects.requireNonNull(plot.lookup(".viz-chart"));
    }

    private Series series(int index) {
        return chart().getSeries().get(index);
    }

    private void run(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            action.run();
            plot.applyCss();
            plot.layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
