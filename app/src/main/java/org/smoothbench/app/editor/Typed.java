package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import org.smoothbench.core.schema.ValueKind;

/** Turns what is typed into JSON. What is no number stays in the tree as the text it is, where reading then refuses it. */
final class Typed {

    private static final int LONGEST_NUMBER = 40;

    private Typed() {}

    /** The value that a text stands for. */
    static JsonElement value(ValueKind kind, String text) {
        return kind instanceof ValueKind.Numeric ? number(text.strip()) : new JsonPrimitive(text);
    }

    private static JsonElement number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return new JsonPrimitive(text);
        }
        try {
            return new JsonPrimitive(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return new JsonPrimitive(text);
        }
    }

    /** A value as it is typed. */
    static String text(JsonElement value) {
        if (value instanceof JsonPrimitive primitive) {
            String text = primitive.getAsString();
            return primitive.isNumber() && text.contains("E") ? text.replace("E", "e") : text;
        }
        return value.isJsonNull() ? "" : value.toString();
    }
}
