package org.smoothbench.app.activations;

import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.smoothbench.core.schema.FieldDescription;

/**
 * A number of an activation as a field and a slider, both made of its description. What is typed wrong keeps the last good
 * number and says why. FX thread only.
 */
public final class ParameterViewModel {

    /** Ranges of more decades than this are slid over by their logarithm. */
    private static final double LOGARITHMIC = 1000;

    /** The slider keeps this many digits, so that it does not write noise. */
    private static final MathContext DIGITS = new MathContext(3);

    /** So near to the usual value, of the slider's length, the slider finds it exactly. */
    private static final double SNAP = 0.006;

    /** Smaller numbers are written with a power of ten. */
    private static final double SMALLEST_PLAIN = 1e-4;

    private final FieldDescription field;
    private final double usual;
    private final StringProperty text = new SimpleStringProperty(this, "text");
    private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private double value;
    private boolean following;

    ParameterViewModel(FieldDescription field, double value, Runnable changed) {
        this.field = field;
        this.value = value;
        usual = Double.parseDouble(field.setting().defaultValue());
        text.set(written(value));
        position.set(position(value));
        text.subscribe((_, now) -> typed(now, changed));
        position.subscribe((_, now) -> slid(now.doubleValue(), changed));
    }

    /** The setting's key, such as {@code alpha}. */
    public String key() {
        return field.key();
    }

    /** The sign that formulas use for it, such as α. */
    public String symbol() {
        return switch (field.key()) {
            case "alpha" -> "α";
            case "beta" -> "β";
            default -> field.key();
        };
    }

    /** What the setting does, its unit and its range. */
    public String help() {
        return field.setting().help() + "; " + field.rangeText("a number") + (logarithmic() ? ", logarithmic" : "");
    }

    /** The last good number. */
    public double value() {
        return value;
    }

    /** What stands in the field. */
    public StringProperty textProperty() {
        return text;
    }

    /** Where the slider is, from 0 to 1. */
    public DoubleProperty positionProperty() {
        return position;
    }

    /** What is wrong with the field; empty if nothing is. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    private void typed(String now, Runnable changed) {
        if (following) {
            return;
        }
        double number = parsed(now);
        if (!field.admits(number)) {
            error.set("Expected " + field.rangeText("a number") + ", found "
                    + (now.isBlank() ? "nothing" : new JsonPrimitive(now.strip())));
            return;
        }
        error.set("");
        value = number;
        follow(() -> position.set(position(number)));
        changed.run();
    }

    private void slid(double now, Runnable changed) {
        if (following) {
            return;
        }
        error.set("");
        value = Math.abs(now - position(usual)) < SNAP ? usual : rounded(atPosition(now));
        follow(() -> text.set(written(value)));
        changed.run();
    }

    private void follow(Runnable action) {
        following = true;
        try {
            action.run();
        } finally {
            following = false;
        }
    }

    private boolean logarithmic() {
        return field.setting().min() > 0
                && field.setting().max() / field.setting().min() > LOGARITHMIC;
    }

    private double position(double number) {
        double min = field.setting().min();
        double max = field.setting().max();
        return logarithmic() ? Math.log(number / min) / Math.log(max / min) : (number - min) / (max - min);
    }

    private double atPosition(double part) {
        double min = field.setting().min();
        double max = field.setting().max();
        return logarithmic() ? min * Math.pow(max / min, part) : min + (max - min) * part;
    }

    private double rounded(double number) {
        double round = new BigDecimal(number).round(DIGITS).doubleValue();
        return Math.clamp(round, field.setting().min(), field.setting().max());
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static String written(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return number == 0 ? "0" : number < SMALLEST_PLAIN ? exact.toString() : exact.toPlainString();
    }
}
