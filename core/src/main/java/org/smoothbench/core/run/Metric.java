package org.smoothbench.core.run;

import java.util.Arrays;
import java.util.Optional;

/** What can be measured, with the key it has in files. Accuracies lie in 0 to 1 there. */
public enum Metric {
    /** Mean loss of the examples trained on since the last line, in nats. */
    TRAIN_LOSS("train.loss", "Training loss"),
    /** Share of the examples trained on that the network got right, since the last line. */
    TRAIN_ACCURACY("train.accuracy", "Training accuracy"),
    /** Mean loss of all examples of the epoch that has just ended, in nats. */
    EPOCH_LOSS("train.epochLoss", "Training loss of the epoch"),
    /** Step length after the schedule. */
    LEARNING_RATE("train.learningRate", "Learning rate"),
    /** Training images per second. */
    IMAGES_PER_SECOND("train.imagesPerSecond", "Images per second"),
    /** Batches of training images that lie ready, where images are decoded or augmented ahead. */
    QUEUE_DEPTH("data.queueDepth", "Batches ready"),
    /** Seconds the training waited for images since the last line, where they are decoded or augmented ahead. */
    STALL_SECONDS("data.stallSeconds", "Waiting for images"),
    /** Share of test images the network gets right. */
    CLEAN_ACCURACY("test.cleanAccuracy", "Clean accuracy"),
    /** Share of test images the network gets right before and under the evaluation attack. */
    ROBUST_ACCURACY("test.robustAccuracy", "Robust accuracy"),
    /** How many test images the accuracies were measured on. */
    TEST_EXAMPLES("test.examples", "Test images"),
    /** Share of test images that stay right under a single signed gradient step of the full budget. */
    SINGLE_STEP_ACCURACY("test.singleStepAccuracy", "Single-step accuracy"),
    /** Share of validation images the network gets right. */
    VALIDATION_CLEAN_ACCURACY("validation.cleanAccuracy", "Clean accuracy (validation)"),
    /** Share of validation images the network gets right before and under the evaluation attack. */
    VALIDATION_ROBUST_ACCURACY("validation.robustAccuracy", "Robust accuracy (validation)"),
    /** Seconds the evaluation took. */
    TEST_SECONDS("test.seconds", "Evaluation time");

    private final String key;
    private final String label;

    Metric(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The key in {@code metrics.jsonl}. */
    public String key() {
        return key;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }

    /** The metric of a key; empty for one this version does not know. */
    public static Optional<Metric> ofKey(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }
}
