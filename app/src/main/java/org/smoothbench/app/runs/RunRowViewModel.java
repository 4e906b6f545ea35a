package org.smoothbench.app.runs;

import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.smoothbench.core.run.RunSummary;

/** One run in the list, the same object as long as the run is there. FX thread only. */
public final class RunRowViewModel implements RunListItem {

    private final String id;
    private final ReadOnlyObjectWrapper<RunNow> now;
    private final ReadOnlyObjectWrapper<RunRow> row;
    private final ReadOnlyIntegerWrapper colour = new ReadOnlyIntegerWrapper(this, "colour");
    private final ReadOnlyBooleanWrapper compared = new ReadOnlyBooleanWrapper(this, "compared");
    private OptionalInt assignedColour = OptionalInt.empty();
    private boolean stopAsked;

    RunRowViewModel(RunSummary first, String title) {
        id = first.id();
        RunNow known = known(first, title);
        now = new ReadOnlyObjectWrapper<>(this, "now", known);
        row = new ReadOnlyObjectWrapper<>(this, "row", RunRow.of(known));
        settleColour();
    }

    /** The run's folder name. */
    public String id() {
        return id;
    }

    @Override
    public String key() {
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

    /**
     * The colour of its curves, an index into the palette, 0 or more: the one a person chose, or the one it was given when it
     * first entered the comparison; before that 0.
     */
    public ReadOnlyIntegerProperty colourProperty() {
        return colour.getReadOnlyProperty();
    }

    /** Whether it is among the compared runs. */
    public ReadOnlyBooleanProperty comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Whether it has been given a colour. */
    boolean hasColour() {
        return now().summary().meta().colour().isPresent() || assignedColour.isPresent();
    }

    /** Gives it a colour as long as its files name none. */
    void assignColour(int index) {
        assignedColour = OptionalInt.of(index);
        settleColour();
    }

    void compared(boolean isCompared) {
        compared.set(isCompared);
    }

    /** Takes over what was read, and what the run is called beside the others; returns whether anything changed. */
    @SuppressWarnings("ReferenceEquality") // Equality of whole summaries would cost more than it saves.
    boolean show(RunSummary summary, String title) {
        RunSummary before = now.get().summary();
        // Most runs ended long ago, and their summary is the same object at every look.
        if (summary == before && title.equals(now.get().title())) {
            return false;
        }
        stopAsked &= summary.active();
        settle(summary, title);
        return true;
    }

    void stopAsked(boolean asked) {
        stopAsked = asked;
        settle(now.get().summary(), now.get().title());
    }

    private void settle(RunSummary summary, String title) {
        RunNow known = known(summary, title);
        row.set(RunRow.of(known));
        now.set(known);
        settleColour();
    }

    private void settleColour() {
        colour.set(now.get().summary().meta().colour().orElse(assignedColour.orElse(0)));
    }

    private RunNow known(RunSummary summary, String title) {
        return new RunNow(summary, summary.active() && (stopAsked || summary.stopRequested()), title);
    }
}
