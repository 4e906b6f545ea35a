package org.smoothbench.core.training;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What is random follows from the experiment's seed and the place in training alone, so that a run that stops and goes on
 * draws the same numbers as one that does not.
 *
 * @param seed of the experiment
 */
record Seeds(long seed) {

    private static final long WEIGHTS = 1;
    private static final long ORDER = 2;
    private static final long STEP = 3;
    private static final long EVALUATION = 4;
    private static final long AUGMENTATION = 5;
    private static final long SMOOTHNESS = 6;

    /** For the initial weights. */
    long weights() {
        return mix(WEIGHTS, 0);
    }

    /** For what the device draws in a step, counted from 0. */
    long step(long step) {
        return mix(STEP, step);
    }

    /** For how images are varied in a step, counted from 0. */
    long augmentation(long step) {
        return mix(AUGMENTATION, step);
    }

    /** For what the device draws while evaluating; the same every time, so that epochs can be compared. */
    long evaluation() {
        return mix(EVALUATION, 0);
    }

    /** For measuring smoothness after an epoch, counted from 0. */
    long smoothness(int epoch) {
        return mix(SMOOTHNESS, epoch);
    }

    /** The order in which an epoch, counted from 0, visits images. */
    int[] order(int epoch, int images) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(mix(ORDER, epoch));
        int[] order = new int[images];
        for (int i = 0; i < images; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Stafford's variant 13 of the 64-bit finalizer of MurmurHash3. */
    private long mix(long purpose, long index) {
        long z = seed * 0x9E3779B97F4A7C15L + purpose * 0xD1B54A32D192ED03L + index * 0x8CB92BA72F3D8DD7L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
