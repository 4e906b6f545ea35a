package org.smoothbench.viz.image;

/**
 * The probability a model gives a class before and after something was done to its image.
 *
 * @param name of the class
 * @param before from 0 to 1
 * @param after from 0 to 1
 * @param label whether it is the image's class
 */
public record ClassProbability(String name, double before, double after, boolean label) {}
