package org.smoothbench.core.probe.bench;

/**
 * Where an attack was after some steps.
 *
 * @param step how many steps were taken; 0 at the start
 * @param picture the image there, in [0, 1]
 * @param answer what the model says of it
 * @param loss what the attack ascends
 * @param distance from the clean image in the norm of the threat model, on the [0, 1] scale
 * @param correct whether the model sees the image's class
 */
public record Iterate(int step, Picture picture, Answer answer, double loss, double distance, boolean correct) {}
