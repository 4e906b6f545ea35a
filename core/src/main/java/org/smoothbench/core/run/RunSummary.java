package org.smoothbench.core.run;

import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;

/**
 * One run as its files told at one moment.
 *
 * @param directory where it lies
 * @param experiment what it does; empty if the specification cannot be read
 * @param status its state, judged by files and process table; empty if it cannot be read
 * @param lastEvaluation the newest measurement that holds an accuracy on test images
 * @param stopRequested whether a stop has been asked for and not answered
 */
public record RunSummary(
        RunDirectory directory,
        Optional<Experiment> experiment,
        Optional<RunStatus> status,
        Optional<Measurement> lastEvaluation,
        boolean stopRequested) {

    /** The name of its folder. */
    public String id() {
        return directory.id();
    }

    /** The name its author gave it, or else its folder's. */
    public String name() {
        return experiment.map(Experiment::name).orElseGet(this::id);
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
