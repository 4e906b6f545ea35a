package org.smoothbench.core.attack;

import java.util.stream.IntStream;

/**
 * After how many steps Auto-PGD looks back, each time since the last (Croce and Hein 2020, section 3.1, as AutoAttack
 * rounds it).
 *
 * @param first the length of the first window
 * @param decrement what each window is shorter than the one before
 * @param least the length no window falls short of
 */
record ApgdSchedule(int first, int decrement, int least) {

    /** The windows of a run. */
    static ApgdSchedule of(int steps) {
        return new ApgdSchedule(share(0.22, steps), share(0.03, steps), share(0.06, steps));
    }

    private static int share(double share, int steps) {
        return Math.max((int) (share * steps), 1);
    }

    /** The length of the window after one. */
    int after(int window) {
        return Math.max(window - decrement, least);
    }

    /** After which steps of a run it looks back. */
    IntStream checkpoints(int steps) {
        IntStream.Builder checkpoints = IntStream.builder();
        int window = first;
        for (int step = first; step <= steps; step += window) {
            checkpoints.add(step);
            window = after(window);
        }
        return checkpoints.build();
    }
}
