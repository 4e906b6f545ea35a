package org.smoothbench.app.results;

import java.util.List;

/**
 * Everything found out of a run's networks.
 *
 * @param evaluations finished ones and others, by name
 * @param studies of sanity and smoothness
 */
public record RunResults(List<EvaluationEntry> evaluations, List<StudyEntry> studies) {

    /** Nothing. */
    public static final RunResults NONE = new RunResults(List.of(), List.of());

    public RunResults {
        evaluations = List.copyOf(evaluations);
        studies = List.copyOf(studies);
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return evaluations.isEmpty() && studies.isEmpty();
    }
}
