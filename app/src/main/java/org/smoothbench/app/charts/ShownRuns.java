package org.smoothbench.app.charts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;

/** Which runs charts and comparisons are about. */
public final class ShownRuns {

    private ShownRuns() {}

    /** The compared runs that are in the folder, in their order; while no run is compared, the selected one. */
    public static List<RunRowViewModel> of(RunListViewModel list, List<String> compared) {
        if (compared.isEmpty()) {
            return list.selected().stream().toList();
        }
        Map<String, RunRowViewModel> known =
                list.all().stream().collect(Collectors.toMap(RunRowViewModel::id, row -> row));
        return compared.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
