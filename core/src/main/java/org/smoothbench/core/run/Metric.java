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
    TEST_SECONDS("test.seconds", "Evaluation time"),
    /** Median over test images of how fast the loss's gradient changes along an attack. */
    GRADIENT_LIPSCHITZ("smoothness.gradientLipschitz", "Gradient Lipschitz constant"),
    /** Median cosine between the gradient at an image and at a random point within the budget. */
    GRADIENT_ALIGNMENT("smoothness.gradientAlignment", "Gradient alignment"),
    /** Median cosine between what one step and what many steps find. */
    FGSM_PGD_ALIGNMENT("smoothness.fgsmPgdAlignment", "FGSM-PGD alignment"),
    /** Median of the loss's largest departure from linear within the budget, in nats. */
    LOCAL_LINEARITY("smoothness.localLinearity", "Local linearity error"),
    /** Median of the same over the loss's change. */
    RELATIVE_LINEARITY("smoothness.relativeLinearity", "Relative linearity error"),
    /** Median change of the gradient along itself. */
    CURVATURE("smoothness.curvature", "Curvature along the gradient"),
    /** Median of the same with its sign, by the length of the step. */
    SIGNED_CURVATURE("smoothness.signedCurvature", "Signed curvature along the gradient"),
    /** Median share of the activations' inputs that an attack moves across 0. */
    KINK_CROSSING("smoothness.kinkCrossing", "Kink-crossing rate"),
    /** Robust accuracy under the network's own gradients less that under a smooth stand-in for them. */
    SMOOTH_BACKWARD_GAIN("smoothness.smoothBackwardGain", "Smooth-backward attack gain"),
    /** How many test images smoothness was measured on. */
    SMOOTHNESS_EXAMPLES("smoothness.examples", "Images for smoothness"),
    /** Seconds the measurement of smoothness took. */
    SMOOTHNESS_SECONDS("smoothness.seconds", "Smoothness time");

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
