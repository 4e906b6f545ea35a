package org.smoothbench.core.probe.bench;

/**
 * How a model does on one test image.
 *
 * @param index of the image in the test set
 * @param predicted the class it sees in the image itself
 * @param correct whether that is the image's class
 * @param fooled whether the attack found an example; also where the model is wrong without any
 */
public record Verdict(int index, int predicted, boolean correct, boolean fooled) {}
