package org.smoothbench.core.training;

import java.util.EnumMap;
import java.util.Map;
import org.smoothbench.core.run.Metric;

/** Means over the examples of several steps. */
final class StepAverages {

    private Sums sums;

    /**
     * What means are made of.
     *
     * @param loss sum over the examples since the last line
     * @param correct how many of them were right
     * @param examples how many there were
     * @param epochLoss sum over the examples of the epoch
     * @param epochExamples how many there were
     */
    record Sums(double loss, long correct, long examples, double epochLoss, long epochExamples) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0);
    }

    /** Goes on from sums. */
    StepAverages(Sums sums) {
        this.sums = sums;
    }

    /** The sums so far. */
    Sums sums() {
        return sums;
    }

    void add(TrainingStep.Outcome outcome) {
        double loss = outcome.loss() * outcome.examples();
        sums = new Sums(
                sums.loss + loss,
                sums.correct + outcome.correct(),
                sums.examples + outcome.examples(),
                sums.epochLoss + loss,
                sums.epochExamples + outcome.examples());
    }

    /** The mean loss of the epoch, in nats. */
    double epochLoss() {
        return sums.epochLoss / sums.epochExamples;
    }

    /** The means since the last call, with what else a line of training figures holds; then starts anew. */
    Map<Metric, Double> drain(double learningRate, double imagesPerSecond) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.LEARNING_RATE, learningRate);
        if (imagesPerSecond > 0) {
            values.put(Metric.IMAGES_PER_SECOND, imagesPerSecond);
        }
        if (sums.examples > 0) {
            values.put(Metric.TRAIN_LOSS, sums.loss / sums.examples);
            values.put(Metric.TRAIN_ACCURACY, (double) sums.correct / sums.examples);
        }
        sums = new Sums(0, 0, 0, sums.epochLoss, sums.epochExamples);
        return values;
    }
}
