package org.smoothbench.app.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.smoothbench.app.charts.ChartLine;
import org.smoothbench.app.charts.ChartLines;
import org.smoothbench.app.charts.ChartSpec;
import org.smoothbench.app.charts.ChartX;
import org.smoothbench.app.charts.ChartedRun;
import org.smoothbench.app.charts.CurveOwner;
import org.smoothbench.app.follow.LogLines;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.run.Metric;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.LineStyle;

/** The page of the selected run. FX thread only. */
public final class RunPageViewModel {

    /** Solid throughout: the loss is dense, and dashes of a dense line are slow to draw and cannot be told apart. */
    private static final ChartSpec CHART = new ChartSpec(
            "training",
            "Training",
            List.of(
                    new ChartLine(Metric.CLEAN_ACCURACY, "Clean accuracy", 100, AxisSide.LEFT, LineStyle.SOLID),
                    new ChartLine(Metric.ROBUST_ACCURACY, "Robust accuracy", 100, AxisSide.LEFT, LineStyle.SOLID),
                    new ChartLine(Metric.TRAIN_LOSS, "Training loss", 1, AxisSide.RIGHT, LineStyle.SOLID)),
            ChartSpec.Side.wholePercent("test accuracy"),
            Optional.of(ChartSpec.Side.of("training loss", "nats")),
            true);

    private final RunListViewModel list;
    private final ReadOnlyObjectWrapper<Optional<RunPage>> page =
            new ReadOnlyObjectWrapper<>(this, "page", Optional.empty());
    private final ChartLines lines = new ChartLines(CHART);
    private final ReadOnlyObjectWrapper<Optional<RunDetail>> detail =
            new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
    private final ReadOnlyStringWrapper gaps = new ReadOnlyStringWrapper(this, "gaps", "");
    private final ReadOnlyObjectWrapper<RunLog> log = new ReadOnlyObjectWrapper<>(this, "log", RunLog.NONE);

    /** Follows the selection of a list. */
    public RunPageViewModel(RunListViewModel list) {
        this.list = list;
        list.selectedNowProperty().subscribe(this::settle);
    }

    /** What the page says; empty while no run is selected. */
    public ReadOnlyObjectProperty<Optional<RunPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The curves of the selected run, as far as read. */
    public ChartLines lines() {
        return lines;
    }

    /** What was read of the selected run; empty until then. */
    public ReadOnlyObjectProperty<Optional<RunDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What was measured and is no number, in words; empty if there is nothing. */
    public ReadOnlyStringProperty gapsProperty() {
        return gaps.getReadOnlyProperty();
    }

    /** The log of the selected run, as far as read. */
    public ReadOnlyObjectProperty<RunLog> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** Takes over what was read of a run; passed over if another one is selected by now. */
    public void show(RunDetail read) {
        if (!read.runId().equals(selectedId())) {
            return;
        }
        showCurves(Optional.of(read));
        log.set(new RunLog(read.runId(), true, read.log()));
    }

    private void settle(Optional<RunNow> selected) {
        page.set(selected.map(RunPage::of));
        String id = selectedId();
        if (!log.get().runId().equals(id)) {
            // Never the curves of one run under the name of another.
            showCurves(Optional.empty());
            log.set(new RunLog(id, false, LogLines.NONE));
        }
    }

    private void showCurves(Optional<RunDetail> read) {
        // The key changes with the run, so that its curves never share a series with another's.
        CurveOwner owner = CurveOwner.of(new ChartedRun(selectedId(), "", -1));
        lines.show(
                List.of(owner),
                Set.of(),
                read.map(one -> Map.of(one.runId(), one)).orElse(Map.of()),
                ChartX.EPOCH,
                true);
        gaps.set(read.map(one -> GapWords.of(one.measurements())).orElse(""));
        detail.set(read);
    }

    private String selectedId() {
        return list.selected().map(RunRowViewModel::id).orElse("");
    }
}
