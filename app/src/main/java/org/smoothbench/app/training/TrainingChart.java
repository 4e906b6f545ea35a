package org.smoothbench.app.training;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.smoothbench.app.charts.ChartX;
import org.smoothbench.app.charts.MetricChart;
import org.smoothbench.app.follow.Measurements;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.core.run.RunState;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.Range;

/** The live chart of a run: accuracies on the left axis, training loss on the right one. */
final class TrainingChart extends StackPane {

    private final LineChart chart;
    private String shownRun = "";

    TrainingChart(RunPageViewModel model) {
        chart = MetricChart.of(model.lines());
        chart.setId("training-chart");
        MetricChart.show(chart.xAxis(), ChartX.EPOCH);
        getChildren().add(chart);
        ObservableValue<Optional<RunDetail>> detail = model.detailProperty();
        detail.subscribe(this::show);
        detail.subscribe(
                now -> chart.setEmptyText(emptyText(now, model.pageProperty().get())));
        model.pageProperty().subscribe(now -> chart.setEmptyText(emptyText(detail.getValue(), now)));
    }

    private static String emptyText(Optional<RunDetail> detail, Optional<RunPage> page) {
        if (detail.isEmpty()) {
            return "Reading…";
        }
        boolean ended = page.flatMap(RunPage::state).filter(RunState::ended).isPresent();
        return ended ? "Nothing was measured in this run" : "Nothing measured yet";
    }

    private void show(Optional<RunDetail> detail) {
        String run = detail.map(RunDetail::runId).orElse("");
        if (!run.equals(shownRun)) {
            shownRun = run;
            chart.resetZoom();
        }
        double end = detail.map(RunDetail::measurements)
                .map(TrainingChart::lastEpoch)
                .orElse(0.0);
        chart.xAxis().setFixedRange(new Range(0, Math.max(1, Math.ceil(end))));
    }

    private static double lastEpoch(Measurements measurements) {
        return measurements.rows() == 0 ? 0 : measurements.epoch(measurements.rows() - 1);
    }
}
