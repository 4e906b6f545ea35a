package org.smoothbench.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.smoothbench.app.training.TrainingCurves.CurvePoint;
import org.smoothbench.core.run.RunState;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;

/** The live chart of a run: accuracies on the left axis, training loss on the right one. */
final class TrainingChart extends StackPane {

    private final LineChart chart = new LineChart();
    private final Series clean = new Series("Clean accuracy", AxisSide.LEFT, 0, LineStyle.SOLID);
    private final Series robust = new Series("Robust accuracy", AxisSide.LEFT, 1, LineStyle.SOLID);
    private final Series loss = new Series("Training loss", AxisSide.RIGHT, 2, LineStyle.DOTTED);
    private String shownRun = "";

    TrainingChart(ObservableValue<TrainingCurves> curves, ObservableValue<Optional<RunPage>> page) {
        chart.setId("training-chart");
        chart.xAxis().setTitle("epoch");
        chart.xAxis().setSmallestStep(1);
        chart.leftAxis().setTitle("test accuracy");
        chart.leftAxis().setUnit("%");
        chart.leftAxis().setFixedRange(new Range(0, 100));
        chart.rightAxis().setTitle("training loss");
        chart.rightAxis().setUnit("nats");
        chart.getSeries().setAll(List.of(clean, robust, loss));
        getChildren().add(chart);
        curves.subscribe(this::show);
        curves.subscribe(now -> chart.setEmptyText(emptyText(now, page.getValue())));
        page.subscribe(now -> chart.setEmptyText(emptyText(curves.getValue(), now)));
    }

    private static String emptyText(TrainingCurves curves, Optional<RunPage> page) {
        if (!curves.read()) {
            return "Reading…";
        }
        boolean ended = page.flatMap(RunPage::state).filter(RunState::ended).isPresent();
        return ended ? "Nothing was measured in this run" : "Nothing measured yet";
    }

    private void show(TrainingCurves curves) {
        if (!curves.runId().equals(shownRun)) {
            shownRun = curves.runId();
            List.of(clean, robust, loss).forEach(Series::clear);
            chart.resetZoom();
        }
        append(clean, curves.clean());
        append(robust, curves.robust());
        append(loss, curves.loss());
        chart.xAxis().setFixedRange(new Range(0, Math.max(1, Math.ceil(lastEpoch(curves)))));
    }

    /** Accuracies come at epochs' ends only, where the loss has come too. */
    private static double lastEpoch(TrainingCurves curves) {
        return curves.loss().isEmpty() ? 0 : curves.loss().getLast().epoch();
    }

    /** Only what is new goes into the chart, since a long run has many points and each redraw costs. */
    private static void append(Series series, List<CurvePoint> points) {
        if (points.size() < series.size()) {
            series.clear();
        }
        for (CurvePoint point : points.subList(series.size(), points.size())) {
            series.append(point.epoch(), point.value());
        }
    }
}
