package org.smoothbench.app.activations;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.smoothbench.viz.curve.Interval;

/** The part of the x axis that the plots show, as two fields. FX thread only. */
public final class DomainViewModel {

    /** Beyond this every activation is a straight line. */
    private static final double FARTHEST = 10_000;

    private static final double NARROWEST = 1e-6;

    private final StringProperty from = new SimpleStringProperty(this, "from");
    private final StringProperty to = new SimpleStringProperty(this, "to");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private final ObjectProperty<Interval> domain;
    private boolean following;

    DomainViewModel(Interval first) {
        domain = new SimpleObjectProperty<>(this, "domain", first);
        show(first);
        from.subscribe((_, _) -> typed());
        to.subscribe((_, _) -> typed());
    }

    /** The left end, as it is typed. */
    public StringProperty fromProperty() {
        return from;
    }

    /** The right end, as it is typed. */
    public StringProperty toProperty() {
        return to;
    }

    /** What is wrong with the fields; empty if nothing is. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The last good range. */
    public ObjectProperty<Interval> domainProperty() {
        return domain;
    }

    /** Shows a range, fields included. */
    void show(Interval interval) {
        following = true;
        from.set(ActivationWords.number(interval.min()).replace('−', '-'));
        to.set(ActivationWords.number(interval.max()).replace('−', '-'));
        following = false;
        error.set("");
        domain.set(interval);
    }

    private void typed() {
        if (following) {
            return;
        }
        double low = parsed(from.get());
        double high = parsed(to.get());
        if (!(Math.abs(low) <= FARTHEST && Math.abs(high) <= FARTHEST)) {
            error.set("Expected two numbers from −10000 to 10000");
        } else if (high - low < NARROWEST) {
            error.set("Expected the right end above the left one by at least 0.000001");
        } else {
            error.set("");
            domain.set(new Interval(low, high));
        }
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip().replace('−', '-'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
