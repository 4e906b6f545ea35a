package org.smoothbench.app.runs;

import java.util.Comparator;
import java.util.Optional;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunSummary;

/** The order of runs. */
public enum Sorting {
    /** By the folder's name, which begins with the time of creation. */
    NEWEST("Newest first", newest()),
    /** By name, then by age. */
    NAME(
            "Name",
            Comparator.comparing(RunSummary::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(newest())),
    /** By the highest robust accuracy of each. */
    BEST_ROBUST(
            "Best robust accuracy",
            Comparator.comparingDouble((RunSummary run) -> -robust(run.bestEvaluation()))
                    .thenComparing(newest())),
    /** By the robust accuracy that was measured last. */
    LAST_ROBUST(
            "Last robust accuracy",
            Comparator.comparingDouble((RunSummary run) -> -robust(run.lastEvaluation()))
                    .thenComparing(newest()));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // Comparators of the library, without state.
    private final Comparator<RunSummary> comparator;

    Sorting(String label, Comparator<RunSummary> comparator) {
        this.label = label;
        this.comparator = comparator;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }

    Comparator<RunSummary> comparator() {
        return comparator;
    }

    private static Comparator<RunSummary> newest() {
        return Comparator.comparing(RunSummary::id).reversed();
    }

    private static double robust(Optional<Measurement> evaluation) {
        return evaluation.map(e -> e.value(Metric.ROBUST_ACCURACY).orElse(-1)).orElse(-1.0);
    }
}
