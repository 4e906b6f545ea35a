package org.smoothbench.core.evaluation;

/**
 * Accuracy on the images of one class.
 *
 * @param name of the class
 * @param clean the share that is right as it is
 * @param robust the share that withstands all attacks, too
 */
public record ClassResult(String name, Share clean, Share robust) {}
