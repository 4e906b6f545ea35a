package org.smoothbench.core.training;

import ai.djl.ndarray.NDManager;

/**
 * When a step happens.
 *
 * @param learningRate after schedule and warm-up
 * @param seed what the step's coins follow from; the device's random numbers are seeded with it, too
 * @param scratch owns everything that is made in the step; closed after it
 */
record Moment(double learningRate, long seed, NDManager scratch) {}
