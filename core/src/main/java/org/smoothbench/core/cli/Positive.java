package org.smoothbench.core.cli;

import org.smoothbench.core.problem.Problem;

/** Refuses numbers on the command line that cannot be meant. */
final class Positive {

    private Positive() {}

    /** A number of at least 1. */
    static int number(String option, int value) {
        return atLeast(option, value, 1);
    }

    /** A number of at least 0. */
    static int orZero(String option, int value) {
        return atLeast(option, value, 0);
    }

    private static int atLeast(String option, int value, int least) {
        if (value < least) {
            throw new Problem.Usage(value + " is less than " + least, option, "give a whole number from " + least)
                    .asException();
        }
        return value;
    }
}
