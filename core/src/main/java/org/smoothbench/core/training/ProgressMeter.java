package org.smoothbench.core.training;

import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.run.Progress;

/** Tells how far training is and, once it has seen enough, how long the rest takes. Times in seconds of one clock. */
final class ProgressMeter {

    /** The first steps compile kernels and fill caches; they say nothing of the rest. */
    private static final int UNTYPICAL_STEPS = 3;

    private final TrainingSpec training;
    private final int images;
    private final int evaluations;
    private final double evaluationGuess;
    private long steps;
    private double trainingSeconds;
    private long timedSteps;
    private long timedImages;
    private int earlier;
    private long since;
    private int evaluated;
    private double evaluationSeconds;

    /**
     * A meter at 0.
     *
     * @param images images of one epoch
     * @param evaluations how many evaluations there will be
     * @param examples images of one evaluation
     */
    ProgressMeter(TrainingSpec training, int images, int evaluations, int examples, PgdSpec attack) {
        this.training = training;
        this.images = images;
        this.evaluations = evaluations;
        // In units of one trained image: a gradient pass of the attack costs about two thirds of a training pass.
        double trainedImage = 1 + (training.method().backwardPasses() - 1) * 0.67;
        this.evaluationGuess = examples * (attack.steps() * 0.67 + 0.33) / trainedImage;
    }

    /** Steps of one epoch. */
    int stepsPerEpoch() {
        return Math.ceilDiv(images, training.batchSize());
    }

    /** Begins where an earlier worker ended. */
    void resume(long stepsDone, int evaluationsDone) {
        steps = stepsDone;
        earlier = evaluationsDone;
    }

    /** Counts a step. */
    void step(int batch, double seconds) {
        steps++;
        since++;
        if (since > UNTYPICAL_STEPS) {
            timedSteps++;
            timedImages += batch;
            trainingSeconds += seconds;
        }
    }

    /** Counts an evaluation. */
    void evaluation(double seconds) {
        evaluated++;
        evaluationSeconds += seconds;
    }

    /** The steps completed. */
    long steps() {
        return steps;
    }

    /** Where training stands. */
    Progress progress() {
        long all = (long) stepsPerEpoch() * training.epochs();
        double rate = timedImages == 0 ? 0 : timedImages / trainingSeconds;
        return new Progress((int) (steps / stepsPerEpoch()), training.epochs(), steps, all, rate, eta(all, rate));
    }

    private double eta(long all, double rate) {
        if (timedSteps < UNTYPICAL_STEPS) {
            return -1;
        }
        double oneEvaluation = evaluated > 0 ? evaluationSeconds / evaluated : evaluationGuess / rate;
        return (all - steps) * trainingSeconds / timedSteps + (evaluations - earlier - evaluated) * oneEvaluation;
    }
}
