package org.smoothbench.app.charts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** One chart of the page. FX thread only. */
public final class CardViewModel {

    private final ChartLines lines;
    private final BooleanProperty pinned = new SimpleBooleanProperty(this, "pinned");
    private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX");
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY");
    private final ReadOnlyStringWrapper conditions = new ReadOnlyStringWrapper(this, "conditions", "");

    CardViewModel(ChartSpec spec) {
        lines = new ChartLines(spec);
    }

    /** What is drawn. */
    public ChartSpec spec() {
        return lines.spec();
    }

    /** The curves. */
    public ChartLines lines() {
        return lines;
    }

    /** Whether the chart stands before those that are not pinned. */
    public BooleanProperty pinnedProperty() {
        return pinned;
    }

    /** Whether the horizontal axis is logarithmic, where it does not show dates. */
    public BooleanProperty logXProperty() {
        return logX;
    }

    /** Whether the vertical axis is logarithmic. */
    public BooleanProperty logYProperty() {
        return logY;
    }

    /** With what it was measured, in words; may be empty. */
    public ReadOnlyStringProperty conditionsProperty() {
        return conditions.getReadOnlyProperty();
    }

    void setConditions(String words) {
        conditions.set(words);
    }

    /** The title with the conditions, for what leaves the window. */
    public String fullTitle() {
        return conditions.get().isEmpty() ? spec().title() : spec().title() + " (" + conditions.get() + ")";
    }
}
