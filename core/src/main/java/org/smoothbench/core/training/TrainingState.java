package org.smoothbench.core.training;

/**
 * Where training stands, apart from arrays; with them all it takes to go on as if nothing had happened, since everything
 * random follows from the seed and the step.
 *
 * @param epoch the epoch at work, counted from 0
 * @param batches how many of its batches are done; all of them if its evaluation is not
 * @param step completed steps
 * @param averages means of the epoch so far
 * @param standing what evaluations have shown so far
 */
public record TrainingState(int epoch, int batches, long step, StepAverages.Sums averages, Judge.Standing standing) {

    static final TrainingState START = new TrainingState(0, 0, 0, StepAverages.Sums.NONE, Judge.Standing.NONE);
}
