package org.smoothbench.core.schema;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of one setting: read off its {@link Setting}, in the order of the record's components.
 *
 * @param key the JSON key
 * @param type the Java type of its value
 * @param setting the description
 */
public record FieldDescription(String key, Type type, Setting setting) {

    /** Annotations are slow to read, and an editor asks for them at every key. */
    private static final ClassValue<List<FieldDescription>> OF_RECORD = new ClassValue<>() {
        @Override
        protected List<FieldDescription> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .map(FieldDescription::describe)
                    .toList();
        }
    };

    /**
     * The settings of a record, in declaration order.
     *
     * @throws IllegalStateException if a component of the record has no description
     */
    public static List<FieldDescription> of(Class<?> record) {
        return OF_RECORD.get(record);
    }

    private static FieldDescription describe(RecordComponent component) {
        Setting setting = Optional.ofNullable(component.getAnnotation(Setting.class))
                .orElseThrow(() -> new IllegalStateException(component + " has no @Setting"));
        return new FieldDescription(component.getName(), component.getGenericType(), setting);
    }

    /** What kind of value it takes. */
    public ValueKind kind() {
        return ValueKind.of(type);
    }

    /** Whether the setting may be left out. */
    public boolean optional() {
        return !setting.defaultValue().isEmpty();
    }

    /** Whether another record has the same setting: one of this key and type. */
    boolean sameSetting(FieldDescription other) {
        return key.equals(other.key) && type.equals(other.type);
    }

    /** Whether a number lies in the range or among the choices. */
    public boolean admits(double value) {
        return Double.isFinite(value)
                && value >= setting.min()
                && value <= setting.max()
                && (setting.choices().length == 0
                        || Arrays.stream(setting.choices()).anyMatch(c -> c == value));
    }

    /** The range in words, such as {@code a whole number from 1 to 1000}. */
    public String rangeText(String kind) {
        if (setting.choices().length > 0) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(setting.choices())
                                    .mapToObj(FieldDescription::number)
                                    .toList());
        }
        boolean low = setting.min() != Double.NEGATIVE_INFINITY;
        boolean high = setting.max() != Double.POSITIVE_INFINITY;
        String unit = setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")";
        if (low && high) {
            return kind + " from " + number(setting.min()) + " to " + number(setting.max()) + unit;
        }
        return kind
                + (low ? " of at least " + number(setting.min()) : high ? " of at most " + number(setting.max()) : "")
                + unit;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
