package org.smoothbench.app.compare;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.schema.RecordWriter;

/** A specification as a list of paths with their values, such as {@code training.epochs} and {@code 5}. */
final class FlatSettings {

    /** What stands where a specification has no such setting. */
    static final String NONE = "–";

    private static final String NAME = "name";

    private FlatSettings() {}

    /** All settings but the name, in the order of the file. */
    static Map<String, String> of(Experiment experiment) {
        Map<String, String> settings = new LinkedHashMap<>();
        flatten("", new RecordWriter().write(experiment), settings);
        settings.remove(NAME);
        return settings;
    }

    /** The paths of any of the specifications. */
    static List<String> paths(List<Map<String, String>> specifications) {
        Set<String> paths = new LinkedHashSet<>();
        specifications.forEach(one -> paths.addAll(one.keySet()));
        return List.copyOf(paths);
    }

    /** The paths at which the specifications do not all say the same. */
    static List<String> differing(List<Map<String, String>> specifications) {
        return paths(specifications).stream()
                .filter(path -> specifications.stream()
                                .map(one -> one.getOrDefault(path, NONE))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static void flatten(String path, JsonElement element, Map<String, String> into) {
        switch (element) {
            case JsonObject object
            when !object.isEmpty() ->
                object.entrySet()
                        .forEach(entry -> flatten(
                                path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
            case JsonPrimitive value -> into.put(path, value.getAsString());
            default -> into.put(path, element.toString());
        }
    }
}
