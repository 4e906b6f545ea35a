package org.smoothbench.core.training;

import java.util.EnumMap;
import java.util.Map;
import org.smoothbench.core.run.Metric;

/** Means over the examples of several steps. */
final class StepAverages {

    private double epochLossSum;
    private long epochImages;
    private double lossSum;
    private long correct;
    private long images;

    void add(TrainingStep.Outcome outcome, int batch) {
        lossSum += outcome.loss() * batch;
        correct += outcome.correct();
        images += batch;
        epochLossSum += outcome.loss() * batch;
        epochImages += batch;
    }

    /** The mean loss since the beginning, in nats. */
    double epochLoss() {
        return epochLossSum / epochImages;
    }

    /** The means since the last call, with what else a line of training figures holds; then starts anew. */
    Map<Metric, Double> drain(double learningRate, double imagesPerSecond) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.LEARNING_RATE, learningRate);
        if (imagesPerSecond > 0) {
            values.put(Metric.IMAGES_PER_SECOND, imagesPerSecond);
        }
        if (images > 0) {
            values.put(Metric.TRAIN_LOSS, lossSum / images);
            values.put(Metric.TRAIN_ACCURACY, (double) correct / images);
        }
        lossSum = 0;
        correct = 0;
        images = 0;
        return values;
    }
}
