package org.smoothbench.core.run;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.problem.Problem;

/**
 * One run as its files told at one moment.
 *
 * @param directory where it lies
 * @param experiment what it does; empty if the specification cannot be read
 * @param status its state, judged by files and process table; empty if it cannot be read
 * @param meta what people say of it; {@link RunMeta#NONE} if that cannot be read
 * @param lastEvaluation the newest measurement that holds an accuracy on test images
 * @param bestEvaluation the measurement with the highest robust accuracy, the earlier of equals
 * @param stopRequested whether a stop has been asked for and not answered
 * @param problems what of its files is missing or damaged, the worst first
 */
public record RunSummary(
        RunDirectory directory,
        Optional<Experiment> experiment,
        Optional<RunStatus> status,
        RunMeta meta,
        Optional<Measurement> lastEvaluation,
        Optional<Measurement> bestEvaluation,
        boolean stopRequested,
        List<Problem> problems) {

    public RunSummary {
        problems = List.copyOf(problems);
    }

    /** The name of its folder. */
    public String id() {
        return directory.id();
    }

    /** The name a person gave it since, or else the specification's, or else its folder's. */
    public String name() {
        return meta.name().or(() -> experiment.map(Experiment::name)).orElseGet(this::id);
    }

    /** Its state, if known. */
    public Optional<RunState> state() {
        return status.map(RunStatus::state);
    }

    /** Whether somebody may still be at work: queued, running or paused. */
    public boolean active() {
        return state().filter(state -> !state.ended()).isPresent();
    }
}
