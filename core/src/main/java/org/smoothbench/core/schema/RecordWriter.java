package org.smoothbench.core.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/** Turns described records into a JSON tree that {@link RecordReader} reads back to equal records. */
public final class RecordWriter {

    /** The tree of a record, keys in declaration order, nothing left out. */
    public JsonElement write(Record value) {
        Variant variant = value.getClass().getAnnotation(Variant.class);
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (variant != null && components.length == 0) {
            return new JsonPrimitive(variant.value());
        }
        JsonObject object = new JsonObject();
        if (variant != null) {
            object.addProperty("type", variant.value());
        }
        for (RecordComponent component : components) {
            object.add(component.getName(), writeValue(valueOf(component, value)));
        }
        return object;
    }

    private JsonElement writeValue(Object value) {
        return switch (value) {
            case Record record -> write(record);
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(element -> array.add(writeValue(element)));
                yield array;
            }
            case Enum<?> constant -> new JsonPrimitive(enumName(constant));
            case String text -> new JsonPrimitive(text);
            case Boolean flag -> new JsonPrimitive(flag);
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> new JsonPrimitive(number.longValue());
            case Number number -> new JsonPrimitive(number);
            default -> throw new IllegalStateException("no writing of " + value.getClass());
        };
    }

    /** {@code BEST_FIRST} is {@code best-first} in a specification. */
    static String enumName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object valueOf(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
