package org.smoothbench.app.charts;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.RunSummary;
import org.smoothbench.core.schema.RecordWriter;

/** Finds runs whose specifications differ in nothing but the seed and the name. One thread at a time. */
public final class SeedGroups {

    private static final Pattern SEED = Pattern.compile("[-_ ]*(s|seed)[-_ =]?\\d+$", Pattern.CASE_INSENSITIVE);

    private final RecordWriter writer = new RecordWriter();
    /** Specifications are frozen, so each is looked at once. */
    private final Map<String, String> keys = new HashMap<>();

    /** The same for runs of one group; a run without a readable specification is a group by itself. */
    public String key(RunSummary run) {
        return run.experiment()
                .map(experiment -> keys.computeIfAbsent(run.id(), id -> key(experiment)))
                .orElse("run " + run.id());
    }

    private String key(Experiment experiment) {
        JsonObject tree = writer.write(experiment).getAsJsonObject();
        tree.remove("name");
        tree.getAsJsonObject("runtime").remove("seed");
        return tree.toString();
    }

    /** Elements by the group of their run, both in the order in which they are given. */
    public <T> List<List<T>> group(List<T> elements, Function<T, RunSummary> run) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        elements.forEach(element -> groups.computeIfAbsent(key(run.apply(element)), key -> new ArrayList<>())
                .add(element));
        return List.copyOf(groups.values());
    }

    /** What the runs of a group are called together: their name without the seed. */
    public static String name(List<String> names) {
        String first = SEED.matcher(names.getFirst()).replaceFirst("");
        boolean same = names.stream()
                .allMatch(name -> SEED.matcher(name).replaceFirst("").equals(first));
        return same ? first : first + " and others";
    }
}
