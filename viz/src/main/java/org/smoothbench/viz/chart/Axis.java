package org.smoothbench.viz.chart;

import java.time.ZoneId;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What one axis of a chart says and spans. FX thread only. */
public final class Axis {
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty unit = new SimpleStringProperty(this, "unit", "");
    private final ObjectProperty<@Nullable Range> fixedRange = new SimpleObjectProperty<>(this, "fixedRange", null);
    private final ObjectProperty<@Nullable Range> limits = new SimpleObjectProperty<>(this, "limits", null);
    private final DoubleProperty smallestStep = new SimpleDoubleProperty(this, "smallestStep", 0);

    private final ObjectProperty<Notation> notation = new SimpleObjectProperty<>(this, "notation", Notation.NUMBER);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);

    /** A linear axis that follows the data. */
    public Axis() {}

    /** An axis that says and spans the same as this one does now. */
    public Axis copy() {
        var copy = new Axis();
        copy.copyFrom(this);
        return copy;
    }

    /** The quantity, e.g. "robust accuracy"; empty for none. */
    public StringProperty titleProperty() {
        return title;
    }

    /** Sets the quantity, e.g. "epoch". */
    public void setTitle(String value) {
        title.set(value);
    }

    /** The unit as a person writes it behind a value, e.g. "%" or "1/255"; empty for none. */
    public StringProperty unitProperty() {
        return unit;
    }

    /** Sets the unit, e.g. "%". */
    public void setUnit(String value) {
        unit.set(value);
    }

    /** The range to show whatever the data say, in the axis' unit; null lets the axis follow the visible data. */
    public ObjectProperty<@Nullable Range> fixedRangeProperty() {
        return fixedRange;
    }

    /** Sets the range to show, e.g. 0 to 100; null lets the axis follow the visible data. */
    public void setFixedRange(@Nullable Range value) {
        fixedRange.set(value);
    }

    /**
     * What values there can be, in the axis' unit, such as 0 to 100 % for a share: a band around a mean that reaches further
     * does not stretch the axis. Null for any.
     */
    public ObjectProperty<@Nullable Range> limitsProperty() {
        return limits;
    }

    /** Sets what values there can be; null for any. */
    public void setLimits(@Nullable Range value) {
        limits.set(value);
    }

    /** The smallest distance of two ticks, in the axis' unit: 1 for things counted, such as epochs; 0 for none. */
    public DoubleProperty smallestStepProperty() {
        return smallestStep;
    }

    /** Sets the smallest distance of two ticks, 0 or above. */
    public void setSmallestStep(double value) {
        smallestStep.set(value);
    }

    /**
     * Whether equal ratios, instead of equal differences, are equally long. Values of zero and below have no place then; the
     * axis says how many points it leaves out. A fixed range that begins at or below zero begins at the data instead.
     */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Whether the axis is logarithmic. */
    public boolean isLogarithmic() {
        return logarithmic.get();
    }

    /** Makes the axis logarithmic or linear. */
    public void setLogarithmic(boolean value) {
        logarithmic.set(value);
    }

    /** How values are written; {@link Notation#NUMBER} by default. Times need no unit. */
    public ObjectProperty<Notation> notationProperty() {
        return notation;
    }

    /** Sets how values are written. */
    public void setNotation(Notation value) {
        notation.set(value);
    }

    void copyFrom(Axis other) {
        notation.set(other.notation.get());
        title.set(other.title.get());
        unit.set(other.unit.get());
        fixedRange.set(other.fixedRange.get());
        limits.set(other.limits.get());
        smallestStep.set(other.smallestStep.get());
        logarithmic.set(other.logarithmic.get());
    }

    /** "title [unit]", or whichever of the two there is. */
    String caption() {
        if (unit.get().isEmpty()) {
            return title.get();
        }
        return title.get().isEmpty() ? "[" + unit.get() + "]" : title.get() + " [" + unit.get() + "]";
    }

    /** "title [unit]" for a file of numbers, where times are seconds. */
    public String dataCaption() {
        var dataUnit = notation.get().dataUnit();
        return dataUnit.isEmpty() ? caption() : (title.get() + " [" + dataUnit + "]").strip();
    }

    /** A value for a person to read, with the unit. */
    public String reading(double value) {
        var number = bareReading(value);
        return unit.get().isEmpty() ? number : number + " " + unit.get();
    }

    /** A value for a person to read. */
    String bareReading(double value) {
        return switch (notation.get()) {
            case NUMBER -> Numbers.reading(value);
            case DURATION -> Times.duration(value);
            case CLOCK -> Times.moment(value, ZoneId.systemDefault());
        };
    }

    /** All that can change. */
    public Observable[] observables() {
        return new Observable[] {title, unit, fixedRange, limits, smallestStep, logarithmic, notation};
    }
}
