package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.Sweep;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.Violation;

/**
 * What is wrong with a draft, found by reading it as a run would.
 *
 * @param experiment the tree as an experiment, if nothing is wrong with it
 * @param errors what is wrong, by the path of the setting it is shown at, in reading order
 * @param violations the same of the tree alone, with the exact paths
 * @param others what belongs to no setting
 */
public record DraftCheck(
        Optional<Experiment> experiment, Map<String, String> errors, List<Violation> violations, List<String> others) {

    private static final Pattern COMMA = Pattern.compile("\"(-?\\d+),(\\d+)\"");

    /** Whether it can become runs. */
    public boolean passed() {
        return experiment.isPresent() && errors.isEmpty() && others.isEmpty();
    }

    /** Checks a draft; of settings with several values each value for itself. */
    static DraftCheck of(Draft draft) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        RecordReader reader = new RecordReader();
        @Nullable Experiment read = reader.read(Experiment.class, draft.tree().json(), "$");
        reader.violations().forEach(violation -> put(draft.tree(), violation, words(violation), errors, others));
        draft.several().forEach((path, values) -> several(draft, path, values, errors, others));
        long count = draft.sweep().count();
        if (count > Sweep.MOST_RUNS) {
            others.add(
                    "The values make " + count + " runs, which is more than " + Sweep.MOST_RUNS + "; take some out.");
        }
        return new DraftCheck(Optional.ofNullable(read), errors, reader.violations(), List.copyOf(others));
    }

    private static void several(
            Draft draft, String path, List<JsonElement> values, Map<String, String> errors, List<String> others) {
        if (values.isEmpty()) {
            errors.putIfAbsent(path, "Expected at least one value, found none");
        }
        for (JsonElement value : values.stream().skip(1).toList()) {
            SettingTree tree = draft.tree().with(path, value);
            RecordReader reader = new RecordReader();
            var _ = reader.read(Experiment.class, tree.json(), "$");
            for (Violation violation : reader.violations()) {
                // At the setting that is varied: the one at fault may not be there with the first value.
                boolean here = violation.path().startsWith(path);
                put(
                        tree,
                        here ? new Violation(path, violation.expected(), violation.found()) : violation,
                        "With " + value + ": " + violation.text(),
                        errors,
                        others);
            }
        }
    }

    private static void put(
            SettingTree tree, Violation violation, String words, Map<String, String> errors, List<String> others) {
        Optional<String> place = place(tree, violation.path());
        if (place.isPresent()) {
            errors.putIfAbsent(place.get(), words);
        } else {
            others.add(violation.path() + ": " + words);
        }
    }

    /** The setting that a path belongs to: itself, or the nearest one around it. */
    static Optional<String> place(SettingTree tree, String path) {
        String at = path;
        while (at.length() > 1) {
            if (tree.entry(at).isPresent()) {
                return Optional.of(at);
            }
            int end = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = end < 0 ? "" : at.substring(0, end);
        }
        return Optional.empty();
    }

    /** What is wrong, as a sentence below a field. */
    static String words(Violation violation) {
        String text = violation.text();
        Matcher comma = COMMA.matcher(violation.found());
        String hint = comma.matches() && violation.expected().startsWith("a number")
                ? "; decimals are written with a point, " + comma.group(1) + "." + comma.group(2)
                : "";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + hint;
    }

    /** A value as a field shows it: texts without quotes. */
    static String shown(JsonElement value) {
        return value.isJsonNull()
                ? ""
                : value instanceof JsonPrimitive primitive ? primitive.getAsString() : value.toString();
    }
}
