package org.smoothbench.core.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smoothbench.core.schema.SettingTree;

/**
 * One specification with several values for some of its settings: the product of them is a study. The last setting varies
 * fastest.
 *
 * @param base the specification; its own values of varied settings do not matter
 * @param values the values by JSON path, at least one each; no path lies inside another
 */
public record Sweep(SettingTree base, Map<String, List<JsonElement>> values) {

    /** More runs than this are refused. */
    public static final int MOST_RUNS = 200;

    private static final String NAME = "$.name";

    public Sweep {
        Map<String, List<JsonElement>> copy = new LinkedHashMap<>();
        values.forEach((path, list) -> copy.put(path, List.copyOf(list)));
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * One run of the product.
     *
     * @param tree its specification, called by the base's name and the values that are its own
     * @param own the values of the varied settings
     */
    public record Member(SettingTree tree, Map<String, JsonElement> own) {

        /** What the run is called. */
        public String name() {
            return text(tree.entry(NAME).map(SettingTree.Entry::value).orElse(JsonNull.INSTANCE));
        }
    }

    /** How many runs the product has; at most {@link Long#MAX_VALUE}. */
    public long count() {
        long count = 1;
        for (List<JsonElement> list : values.values()) {
            if (list.isEmpty()) {
                return 0;
            }
            count = count > Long.MAX_VALUE / list.size() ? Long.MAX_VALUE : count * list.size();
        }
        return count;
    }

    /**
     * The runs.
     *
     * @throws IllegalStateException if there are more than {@link #MOST_RUNS}
     */
    public List<Member> members() {
        List<Map<String, JsonElement>> product = product();
        List<String> names = names(product);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < product.size(); i++) {
            SettingTree tree = base;
            for (Map.Entry<String, JsonElement> value : product.get(i).entrySet()) {
                tree = tree.with(value.getKey(), value.getValue());
            }
            members.add(new Member(
                    values.isEmpty() ? tree : tree.with(NAME, new JsonPrimitive(names.get(i))), product.get(i)));
        }
        return members;
    }

    /**
     * What the runs are called, found out without making them.
     *
     * @throws IllegalStateException if there are more than {@link #MOST_RUNS}
     */
    public List<String> names() {
        return names(product());
    }

    private List<String> names(List<Map<String, JsonElement>> product) {
        String name = text(base.entry(NAME).map(SettingTree.Entry::value).orElse(JsonNull.INSTANCE));
        Map<String, Integer> seen = new HashMap<>();
        return product.stream()
                .map(own -> {
                    StringBuilder whole = new StringBuilder(text(own.getOrDefault(NAME, new JsonPrimitive(name))));
                    own.forEach((path, value) -> {
                        if (!path.equals(NAME)) {
                            whole.append('-').append(label(path, value));
                        }
                    });
                    int count = seen.merge(whole.toString(), 1, Integer::sum);
                    return count == 1 ? whole.toString() : whole + "-" + count;
                })
                .toList();
    }

    private List<Map<String, JsonElement>> product() {
        if (count() > MOST_RUNS) {
            throw new IllegalStateException(count() + " runs are more than " + MOST_RUNS);
        }
        List<Map<String, JsonElement>> product = List.of(Map.of());
        for (Map.Entry<String, List<JsonElement>> varied : values.entrySet()) {
            List<Map<String, JsonElement>> longer = new ArrayList<>();
            for (Map<String, JsonElement> one : product) {
                for (JsonElement value : varied.getValue()) {
                    Map<String, JsonElement> next = new LinkedHashMap<>(one);
                    next.put(varied.getKey(), value);
                    longer.add(next);
                }
            }
            product = longer;
        }
        return product;
    }

    /** A value as a part of a name, such as {@code relu}, {@code s0} or {@code epochs10}. */
    static String label(String path, JsonElement value) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        String alternative = SettingTree.nameOf(value);
        if (!alternative.isEmpty()) {
            // Of a folder its own name tells most.
            String last = alternative.replace('\\', '/').replaceFirst("/+$", "").replaceFirst(".*/", "");
            return last.replaceAll("[^A-Za-z0-9._-]+", "_");
        }
        if (value instanceof JsonPrimitive flag && flag.isBoolean()) {
            return (flag.getAsBoolean() ? "" : "no-") + key.toLowerCase(Locale.ROOT);
        }
        return (key.equals("seed") ? "s" : key) + text(value).replaceAll("[^A-Za-z0-9.+-]+", "_");
    }

    private static String text(JsonElement value) {
        return value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.isJsonNull() ? "" : "list";
    }
}
