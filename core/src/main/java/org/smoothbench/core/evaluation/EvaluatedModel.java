package org.smoothbench.core.evaluation;

/**
 * Which model and images a result is about.
 *
 * @param model the model in words
 * @param source the run's folder or the model's file
 * @param weights which of a run's weights: such as {@code best} or {@code last, averaged}; empty for files
 * @param sha256 of the file with the weights
 * @param data the images in words, with where they lie
 * @param dataFingerprint a hash of labels and pixels of the images used
 */
public record EvaluatedModel(
        String model, String source, String weights, String sha256, String data, String dataFingerprint) {}
