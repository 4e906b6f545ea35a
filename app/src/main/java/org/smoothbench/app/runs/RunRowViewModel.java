package org.smoothbench.app.runs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.smoothbench.core.run.RunSummary;

/** One run in the list, the same object as long as the run is there. FX thread only. */
public final class RunRowViewModel {

    private final String id;
    private final ReadOnlyObjectWrapper<RunNow> now;
    private final ReadOnlyObjectWrapper<RunRow> row;
    private boolean stopAsked;

    RunRowViewModel(RunSummary first) {
        id = first.id();
        RunNow known = known(first);
        now = new ReadOnlyObjectWrapper<>(this, "now", known);
        row = new ReadOnlyObjectWrapper<>(this, "row", RunRow.of(known));
    }

    /** The run's folder name. */
    public String id() {
        return id;
    }

    /** The run as last read. */
    public ReadOnlyObjectProperty<RunNow> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** The run as last read. */
    public RunNow now() {
        return now.get();
    }

    /** What the list says of it. */
    public ReadOnlyObjectProperty<RunRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /** What the list says of it. */
    public RunRow row() {
        return row.get();
    }

    void show(RunSummary summary) {
        stopAsked &= summary.active();
        RunNow known = known(summary);
        row.set(RunRow.of(known));
        now.set(known);
    }

    void stopAsked(boolean asked) {
        stopAsked = asked;
        show(now.get().summary());
    }

    private RunNow known(RunSummary summary) {
        return new RunNow(summary, summary.active() && (stopAsked || summary.stopRequested()));
    }
}
