package org.smoothbench.app.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smoothbench.core.run.RunSummary;

/**
 * What runs are called where people have to tell them apart: by their names, and runs of one name by their seeds, then by
 * when they were made, then by their folders. A mark that all runs of a name share tells nothing and is left out.
 */
final class RunTitles {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private static final List<Function<RunSummary, String>> MARKS =
            List.of(RunTitles::seed, RunTitles::moment, RunSummary::id);

    private final Map<String, String> titles = new HashMap<>();

    private RunTitles() {}

    /** The titles of runs, by their folders' names. */
    static Map<String, String> of(Collection<RunSummary> runs) {
        RunTitles all = new RunTitles();
        runs.stream().collect(Collectors.groupingBy(RunSummary::name)).forEach((name, same) -> all.tell(name, same, 0));
        return all.titles;
    }

    private void tell(String title, List<RunSummary> alike, int mark) {
        if (alike.size() == 1 || mark == MARKS.size()) {
            alike.forEach(run -> titles.put(run.id(), title));
            return;
        }
        Map<String, List<RunSummary>> parts = alike.stream().collect(Collectors.groupingBy(MARKS.get(mark)));
        parts.forEach((words, part) -> {
            boolean tells = parts.size() > 1 && !words.isEmpty();
            tell(tells ? title + " · " + words : title, part, mark + 1);
        });
    }

    private static String seed(RunSummary run) {
        return run.experiment()
                .map(experiment -> "seed " + experiment.runtime().seed())
                .orElse("");
    }

    private static String moment(RunSummary run) {
        return run.status()
                .map(status -> MOMENT.format(Instant.ofEpochMilli(status.createdMillis())))
                .orElse("");
    }
}
