package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.Sweep;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.SettingTree;

/**
 * A specification that is being worked on: it may be wrong, and some settings may have several values. Immutable; any
 * thread.
 *
 * @param tree the specification; a setting with several values has the first of them
 * @param several the values of settings that have several, by path; may be a single or no value while they are edited
 * @param origin what it began from
 */
public record Draft(SettingTree tree, Map<String, List<JsonElement>> several, Origin origin) {

    public Draft {
        Map<String, List<JsonElement>> copy = new LinkedHashMap<>();
        SettingTree settled = tree;
        // What has gone with another alternative takes its values along.
        several.forEach((path, values) -> {
            if (settled.entry(path).isPresent()) {
                copy.put(path, List.copyOf(values));
            }
        });
        several = Collections.unmodifiableMap(copy);
    }

    /** A draft with one value for each setting. */
    public static Draft of(Origin origin) {
        return new Draft(origin.base(), Map.of(), origin);
    }

    /** The draft of a whole experiment. */
    public static Draft of(Experiment experiment, Origin.Kind kind, String name) {
        return of(new Origin(kind, name, tree(experiment)));
    }

    /** The tree of a whole experiment, nothing left out. */
    public static SettingTree tree(Experiment experiment) {
        return new SettingTree(
                Experiment.class, new RecordWriter().write(experiment).getAsJsonObject());
    }

    /** What is there before anything was chosen. */
    public static Draft empty() {
        JsonObject json = new JsonObject();
        json.addProperty("name", "experiment");
        JsonObject data = new JsonObject();
        data.addProperty("type", "cifar10-binary");
        json.add("data", data);
        json.addProperty("model", "resnet");
        JsonObject training = new JsonObject();
        training.add("epochs", new JsonPrimitive(15));
        json.add("training", training);
        return of(new Origin(Origin.Kind.EMPTY, "", new SettingTree(Experiment.class, json)));
    }

    /** With another tree; of settings with several values the first follows it. */
    Draft withTree(SettingTree now) {
        Map<String, List<JsonElement>> followed = new LinkedHashMap<>();
        several.forEach((path, values) -> now.entry(path).ifPresent(entry -> {
            boolean unchanged = tree.entry(path)
                    .filter(before -> before.value().equals(entry.value()))
                    .isPresent();
            List<JsonElement> list = new ArrayList<>(values);
            if (!unchanged && !list.isEmpty()) {
                list.set(0, entry.value());
            }
            followed.put(path, list);
        }));
        return new Draft(now, followed, origin);
    }

    /** With several values for a setting; the tree gets the first. */
    Draft withSeveral(String path, List<JsonElement> values) {
        Map<String, List<JsonElement>> more = new LinkedHashMap<>(several);
        more.put(path, values);
        return new Draft(values.isEmpty() ? tree : tree.with(path, values.getFirst()), more, origin);
    }

    /** With one value for a setting: the one in the tree. */
    Draft withOne(String path) {
        Map<String, List<JsonElement>> fewer = new LinkedHashMap<>(several);
        fewer.remove(path);
        return new Draft(tree, fewer, origin);
    }

    /** Whether a setting may get several values: none that it lies in, or that lies in it, has them. */
    boolean canVary(String path) {
        return several.keySet().stream()
                .noneMatch(other -> path.startsWith(other + ".") || other.startsWith(path + "."));
    }

    /** The runs it stands for. */
    Sweep sweep() {
        return new Sweep(tree, several);
    }
}
