package org.smoothbench.app.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.smoothbench.app.follow.LogLines;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.run.Measurement;

/** The page of the selected run. FX thread only. */
public final class RunPageViewModel {

    private final RunListViewModel list;
    private final ReadOnlyObjectWrapper<Optional<RunPage>> page =
            new ReadOnlyObjectWrapper<>(this, "page", Optional.empty());
    private final ReadOnlyObjectWrapper<TrainingCurves> curves =
            new ReadOnlyObjectWrapper<>(this, "curves", TrainingCurves.NONE);
    private final ReadOnlyObjectWrapper<RunLog> log = new ReadOnlyObjectWrapper<>(this, "log", RunLog.NONE);
    private List<Measurement> shownMeasurements = List.of();

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
    public ReadOnlyObjectProperty<TrainingCurves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** The log of the selected run, as far as read. */
    public ReadOnlyObjectProperty<RunLog> logProperty() {
        return log.getReadOnlyProperty();
    }

    /** Takes over what was read of a run; passed over if another one is selected by now. */
    public void show(RunDetail detail) {
        if (!detail.runId().equals(selectedId())) {
            return;
        }
        // Usually the same list object until something was measured, so this is cheap.
        if (!curves.get().read() || !shownMeasurements.equals(detail.measurements())) {
            shownMeasurements = detail.measurements();
            curves.set(TrainingCurves.of(detail.runId(), detail.measurements()));
        }
        log.set(new RunLog(detail.runId(), true, detail.log()));
    }

    private void settle(Optional<RunNow> selected) {
        page.set(selected.map(RunPage::of));
        String id = selectedId();
        if (!curves.get().runId().equals(id)) {
            // Never the curves of one run under the name of another.
            curves.set(TrainingCurves.unread(id));
            log.set(new RunLog(id, false, LogLines.NONE));
            shownMeasurements = List.of();
        }
    }

    private String selectedId() {
        return list.selected().map(RunRowViewModel::id).orElse("");
    }
}
