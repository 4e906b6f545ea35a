package org.smoothbench.core.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON tree of a described record while somebody works on it: it may be incomplete or wrong. Every edit makes a new
 * tree. Immutable; any thread.
 */
public final class SettingTree {

    private final Class<? extends Record> type;
    private final JsonObject json;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A setting as it stands in a tree.
     *
     * @param path the JSON path, such as {@code $.training.epochs}
     * @param field its description
     * @param kind what kind of value it takes
     * @param given what the tree says; null if the setting is left out
     * @param usual what holds while it is left out; null if it must be given
     * @param depth how many groups and families it lies in
     */
    public record Entry(
            String path,
            FieldDescription field,
            ValueKind kind,
            @Nullable JsonElement given,
            @Nullable JsonElement usual,
            int depth) {

        /** What holds: what is given, or else the usual value; JSON's null if there is neither. */
        public JsonElement value() {
            return given != null ? given : usual != null ? usual : JsonNull.INSTANCE;
        }

        /** The alternative that is chosen, if the setting is a family and the tree names one that there is. */
        public Optional<ValueKind.Alternative> alternative() {
            return kind instanceof ValueKind.Family family
                    ? family.alternatives().stream()
                            .filter(one -> one.name().equals(nameOf(value())))
                            .findFirst()
                    : Optional.empty();
        }
    }

    /** The tree of a record type; later changes of the given object do not matter. */
    public SettingTree(Class<? extends Record> type, JsonObject json) {
        this.type = type;
        this.json = json.deepCopy();
        enter(FieldDescription.of(type), this.json, null, "$", 0);
    }

    private void enter(
            List<FieldDescription> fields,
            @Nullable JsonObject given,
            @Nullable JsonObject usual,
            String path,
            int depth) {
        for (FieldDescription field : fields) {
            JsonElement value = given == null ? null : given.get(field.key());
            JsonElement otherwise = usual != null && usual.has(field.key())
                    ? usual.get(field.key())
                    : field.optional() ? JsonParser.parseString(field.setting().defaultValue()) : null;
            Entry entry = new Entry(path + "." + field.key(), field, field.kind(), value, otherwise, depth);
            entries.put(entry.path(), entry);
            List<FieldDescription> inner = switch (entry.kind()) {
                case ValueKind.Group group -> group.fields();
                case ValueKind.Family _ ->
                    entry.alternative().map(ValueKind.Alternative::fields).orElse(List.of());
                case ValueKind.Flag _,
                        ValueKind.Numeric _,
                        ValueKind.Text _,
                        ValueKind.Choice _,
                        ValueKind.Elements _ -> List.of();
            };
            boolean wrong = entry.kind() instanceof ValueKind.Group && !(entry.value() instanceof JsonObject);
            if (!wrong || value == null) {
                enter(
                        inner,
                        value instanceof JsonObject object ? object : null,
                        value == null && otherwise instanceof JsonObject object ? object : null,
                        entry.path(),
                        depth + 1);
            }
        }
    }

    /** A copy of the JSON, as it is. */
    public JsonObject json() {
        return json.deepCopy();
    }

    /** All settings that there are with the alternatives chosen, each before those it contains. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The setting at a path, if there is one. */
    public Optional<Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /**
     * With another value. What lies around a setting and was left out is written with its usual values, so that nothing
     * else changes.
     */
    public SettingTree with(String path, JsonElement value) {
        JsonObject copy = json.deepCopy();
        parentIn(copy, path).add(key(path), value.deepCopy());
        return new SettingTree(type, copy);
    }

    /** With a setting left out, so that its usual value holds. */
    public SettingTree without(String path) {
        Entry entry = entries.get(path);
        if (entry == null || entry.given() == null) {
            return this;
        }
        JsonObject copy = json.deepCopy();
        parentIn(copy, path).remove(key(path));
        return new SettingTree(type, copy);
    }

    /** With another alternative of a family; what is set and both have stays. */
    public SettingTree withAlternative(String path, String name) {
        Entry entry = entries.get(path);
        if (entry == null || !(entry.kind() instanceof ValueKind.Family family)) {
            return this;
        }
        List<FieldDescription> before =
                entry.alternative().map(ValueKind.Alternative::fields).orElse(List.of());
        JsonObject old = entry.value() instanceof JsonObject object ? object : new JsonObject();
        JsonObject now = new JsonObject();
        now.addProperty("type", name);
        family.alternatives().stream()
                .filter(one -> one.name().equals(name))
                .flatMap(one -> one.fields().stream())
                .filter(field -> old.has(field.key()) && before.stream().anyMatch(field::sameSetting))
                .forEach(field -> now.add(field.key(), old.get(field.key())));
        return with(path, now.size() == 1 ? new JsonPrimitive(name) : now);
    }

    private JsonObject parentIn(JsonObject root, String path) {
        JsonObject parent = root;
        String at = "$";
        String[] keys = path.substring(2).split("\\.", -1);
        for (int i = 0; i < keys.length - 1; i++) {
            at += "." + keys[i];
            if (!(parent.get(keys[i]) instanceof JsonObject)) {
                parent.add(keys[i], opened(at));
            }
            parent = parent.getAsJsonObject(keys[i]);
        }
        return parent;
    }

    /** What holds at a path, as an object to write into. */
    private JsonObject opened(String path) {
        JsonElement value = entry(path).map(Entry::value).orElse(JsonNull.INSTANCE);
        if (value instanceof JsonObject object) {
            return object.deepCopy();
        }
        JsonObject object = new JsonObject();
        if (value instanceof JsonPrimitive name && name.isString()) {
            object.add("type", name);
        }
        return object;
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /**
     * The settings in which this tree differs from another one of its type, in the order of this tree's entries. Of a
     * family the chosen alternative counts; settings inside are told one by one, unless the alternative itself differs.
     */
    public List<Difference> differencesFrom(SettingTree other) {
        List<Difference> differences = new ArrayList<>();
        for (Entry entry : entries.values()) {
            Entry there = other.entries.get(entry.path());
            boolean inOtherAlternative =
                    differences.stream().anyMatch(one -> entry.path().startsWith(one.path() + "."));
            if (entry.kind() instanceof ValueKind.Group || inOtherAlternative) {
                continue;
            }
            if (there == null || !same(entry, there)) {
                differences.add(new Difference(entry.path(), there == null ? JsonNull.INSTANCE : there.value()));
            }
        }
        return List.copyOf(differences);
    }

    /**
     * A setting that differs.
     *
     * @param there what the other tree has
     */
    public record Difference(String path, JsonElement there) {}

    private static boolean same(Entry one, Entry other) {
        return one.kind() instanceof ValueKind.Family
                ? nameOf(one.value()).equals(nameOf(other.value()))
                : one.value().equals(other.value());
    }

    /** The name of the alternative that a value of a family chooses; empty if it names none. */
    public static String nameOf(JsonElement value) {
        JsonElement name = value instanceof JsonObject object ? object.get("type") : value;
        return name instanceof JsonPrimitive primitive && primitive.isString() ? primitive.getAsString() : "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SettingTree tree && tree.type == type && tree.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }
}
