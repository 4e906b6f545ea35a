package org.smoothbench.app.editor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.smoothbench.core.schema.FieldDescription;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.ValueKind;

/** Settings and their values in words. */
public final class FieldWords {

    private static final Map<String, String> BY_PATH = Map.ofEntries(
            Map.entry("$.name", "Name"),
            Map.entry("$.schema", "Format version"),
            Map.entry("$.data", "Format"),
            Map.entry("$.data.size", "Image size"),
            Map.entry("$.model", "Architecture"),
            Map.entry("$.model.activation", "Function"),
            Map.entry("$.model.normalization", "Input normalisation"),
            Map.entry("$.training.method", "Training method"),
            Map.entry("$.training.method.attack", "Inner maximisation (PGD)"),
            Map.entry("$.training.optimizer", "Optimiser (SGD)"),
            Map.entry("$.training.averaging", "Weight averaging"),
            Map.entry("$.training.collapse", "Catastrophic overfitting"),
            Map.entry("$.training.collapse.loss", "Loss of robust accuracy"),
            Map.entry("$.training.earlyStopping", "Early stopping"),
            Map.entry("$.evaluation.attack", "Attack (PGD)"),
            Map.entry("$.evaluation.smoothness", "Smoothness"),
            Map.entry("$.training.warmup.start", "Starting share"));

    private static final Map<String, String> BY_KEY = Map.ofEntries(
            Map.entry("epsilon", "Epsilon ε"),
            Map.entry("autoAugment", "AutoAugment"),
            Map.entry("batchNorm", "Batch norm"),
            Map.entry("batchNormMomentum", "Batch norm momentum"),
            Map.entry("batchNormEpsilon", "Batch norm epsilon"),
            Map.entry("zeroInitResidual", "Zero-init residual"),
            Map.entry("nesterov", "Nesterov momentum"),
            Map.entry("withoutDecay", "Without weight decay"),
            Map.entry("clipNorm", "Gradient clipping"),
            Map.entry("warmup", "Warm-up"),
            Map.entry("backward", "Derivative used"),
            Map.entry("beta", "Beta β"),
            Map.entry("alpha", "Alpha α"),
            Map.entry("std", "Standard deviation"),
            Map.entry("coin", "Coin for the start"),
            Map.entry("train", "Training images"),
            Map.entry("test", "Test images"),
            Map.entry("path", "Folder"));

    private FieldWords() {}

    /** What a field is called. */
    public static String label(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        String byPath = BY_PATH.get(path);
        return byPath != null ? byPath : BY_KEY.getOrDefault(key, sentence(key));
    }

    /** {@code learningRate} is "Learning rate". */
    private static String sentence(String key) {
        String words = key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The values a setting may have, in words; empty where the control shows them. */
    static String range(FieldDescription field) {
        return range(field, field.kind());
    }

    private static String range(FieldDescription field, ValueKind kind) {
        return switch (kind) {
            case ValueKind.Numeric(boolean whole) -> field.rangeText(whole ? "a whole number" : "a number");
            case ValueKind.Elements(ValueKind element) -> {
                String each = range(field, element);
                yield each.isEmpty() ? "" : "each " + each;
            }
            case ValueKind.Flag _, ValueKind.Text _, ValueKind.Choice _, ValueKind.Group _, ValueKind.Family _ -> "";
        };
    }

    /** A value on one line. */
    static String value(JsonElement value) {
        return switch (value) {
            case JsonNull _ -> "nothing";
            case JsonPrimitive flag when flag.isBoolean() -> flag.getAsBoolean() ? "on" : "off";
            case JsonPrimitive text -> text.getAsString().isEmpty() ? "empty" : text.getAsString();
            case JsonArray array ->
                array.isEmpty()
                        ? "none"
                        : array.asList().stream().map(FieldWords::value).collect(Collectors.joining(", "));
            case JsonObject object -> SettingTree.nameOf(object).isEmpty() ? "settings" : SettingTree.nameOf(object);
            default -> value.toString();
        };
    }

    /** A name in lines of at most so many letters, divided after hyphens: a label would divide it anywhere. */
    static String divided(String name, int longest) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String part : name.split("(?<=-)", -1)) {
            if (length > 0 && length + part.length() > longest) {
                lines.append('\n');
                length = 0;
            }
            lines.append(part);
            length += part.length();
        }
        return lines.toString();
    }
}
