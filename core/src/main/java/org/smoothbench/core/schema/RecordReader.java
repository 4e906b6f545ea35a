package org.smoothbench.core.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a JSON tree into described records, strictly: an unknown key, a wrong type, a number out of range or a missing
 * setting is a {@link Violation} with its JSON path. Not for use by several threads at once.
 */
public final class RecordReader {

    private final List<Violation> violations = new ArrayList<>();

    /** What was wrong with the trees read so far, in reading order. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Reads one record.
     *
     * @param path the JSON path of the tree, {@code $} at the top
     * @return the record, or null if any part of it was wrong; then {@link #violations()} says what
     */
    public <T extends Record> @Nullable T read(Class<T> type, JsonElement tree, String path) {
        return type.cast(readRecord(type, tree, path, false));
    }

    /**
     * Reads one record of a sealed family.
     *
     * @return the record, or null if any part of it was wrong
     */
    public <T> @Nullable T readVariant(Class<T> family, JsonElement tree, String path) {
        return family.cast(readAlternative(family, tree, path));
    }

    private @Nullable Object readValue(FieldDescription field, Type type, JsonElement value, String path) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> readList(field, list.getActualTypeArguments()[0], value, path);
            case Class<?> c when c.isSealed() -> readAlternative(c, value, path);
            case Class<?> c when c.isRecord() -> readRecord(c, value, path, false);
            case Class<?> c when c.isEnum() -> readEnum(c, value, path);
            case Class<?> c -> readScalar(field, c, value, path);
            default -> throw new IllegalStateException("no reading of " + type + " at " + path);
        };
    }

    private @Nullable Object readRecord(Class<?> type, JsonElement tree, String path, boolean variant) {
        if (!(tree instanceof JsonObject object)) {
            return violation(path, "an object", describe(tree));
        }
        int before = violations.size();
        List<FieldDescription> fields = FieldDescription.of(type);
        rejectUnknownKeys(fields, object, path, variant);
        @Nullable Object[] arguments = new @Nullable Object[fields.size()];
        for (int i = 0; i < arguments.length; i++) {
            FieldDescription field = fields.get(i);
            String fieldPath = path + "." + field.key();
            JsonElement value = object.get(field.key());
            if (value == null && !field.optional()) {
                violation(fieldPath, "a value: " + field.setting().help(), "nothing");
            } else {
                JsonElement given = value != null
                        ? value
                        : JsonParser.parseString(field.setting().defaultValue());
                arguments[i] = readValue(field, field.type(), given, fieldPath);
            }
        }
        return violations.size() > before ? null : construct(type, arguments, path);
    }

    private @Nullable Object construct(Class<?> type, @Nullable Object[] arguments, String path) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidSettingException invalid) {
                return violation(path + "." + invalid.key(), invalid.expected(), invalid.found());
            }
            throw new IllegalStateException("cannot make " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private void rejectUnknownKeys(List<FieldDescription> fields, JsonObject object, String path, boolean variant) {
        List<String> known = fields.stream().map(FieldDescription::key).toList();
        for (String key : object.keySet()) {
            if (!known.contains(key) && !(variant && key.equals("type"))) {
                violation(
                        path + "." + key,
                        "one of the keys " + String.join(", ", known),
                        "the unknown key \"" + key + "\"" + NearestName.hint(key, known));
            }
        }
    }

    private @Nullable Object readAlternative(Class<?> family, JsonElement value, String path) {
        Map<String, Class<?>> variants = variantsOf(family);
        JsonElement name = value instanceof JsonObject object ? object.get("type") : value;
        String expected = "one of " + String.join(", ", variants.keySet());
        if (!(name instanceof JsonPrimitive primitive) || !primitive.isString()) {
            return violation(
                    value instanceof JsonObject ? path + ".type" : path,
                    expected,
                    name == null ? "nothing" : describe(name));
        }
        Class<?> variant = variants.get(primitive.getAsString());
        if (variant == null) {
            return violation(
                    path, expected, describe(name) + NearestName.hint(primitive.getAsString(), variants.keySet()));
        }
        return readRecord(variant, value instanceof JsonObject ? value : new JsonObject(), path, true);
    }

    /** The variants of a sealed family by their name in a specification, nested families included. */
    static Map<String, Class<?>> variantsOf(Class<?> family) {
        Map<String, Class<?>> variants = new TreeMap<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                variants.putAll(variantsOf(permitted));
            } else {
                variants.put(permitted.getAnnotation(Variant.class).value(), permitted);
            }
        }
        return variants;
    }

    private @Nullable Object readList(FieldDescription field, Type element, JsonElement value, String path) {
        if (!(value instanceof JsonArray array)) {
            return violation(path, "a list", describe(value));
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Object read = readValue(field, element, array.get(i), path + "[" + i + "]");
            if (read != null) {
                values.add(read);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object readEnum(Class<?> type, JsonElement value, String path) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String name = RecordWriter.enumName((Enum<?>) constant);
            if (value instanceof JsonPrimitive p
                    && p.isString()
                    && p.getAsString().equals(name)) {
                return constant;
            }
            names.add(name);
        }
        return violation(path, "one of " + String.join(", ", names), describe(value));
    }

    private @Nullable Object readScalar(FieldDescription field, Class<?> type, JsonElement value, String path) {
        JsonPrimitive primitive = value instanceof JsonPrimitive p ? p : null;
        if (type == String.class) {
            return primitive != null && primitive.isString()
                    ? primitive.getAsString()
                    : violation(path, "a text", describe(value));
        }
        if (type == boolean.class) {
            return primitive != null && primitive.isBoolean()
                    ? primitive.getAsBoolean()
                    : violation(path, "true or false", describe(value));
        }
        boolean whole = wholeInt(type) || wholeLong(type);
        String expected = field.rangeText(whole ? "a whole number" : "a number");
        if (primitive == null || !primitive.isNumber()) {
            return violation(path, expected, describe(value));
        }
        try {
            BigDecimal number = primitive.getAsBigDecimal();
            return field.admits(number.doubleValue())
                    ? exact(type, number)
                    : violation(path, expected, describe(value));
        } catch (ArithmeticException | NumberFormatException _) {
            // Not whole, or too large for the type; or an exponent of more than four digits, which Gson does not read.
            return violation(path, expected, describe(value));
        }
    }

    private static Object exact(Class<?> type, BigDecimal number) {
        return wholeInt(type)
                ? (Object) number.intValueExact()
                : wholeLong(type) ? (Object) number.longValueExact() : (Object) number.doubleValue();
    }

    /** Elements of lists have the wrapper's type. */
    static boolean wholeInt(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    static boolean wholeLong(Class<?> type) {
        return type == long.class || type == Long.class;
    }

    private @Nullable Object violation(String path, String expected, String found) {
        violations.add(new Violation(path, expected, found));
        return null;
    }

    private static String describe(JsonElement value) {
        if (value.isJsonObject()) {
            return "an object";
        }
        String text = value.toString();
        return value.isJsonArray() ? "a list" : text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }
}
