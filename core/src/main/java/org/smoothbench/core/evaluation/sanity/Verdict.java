package org.smoothbench.core.evaluation.sanity;

/**
 * What one check says of a claimed robust accuracy.
 *
 * @param key for scripts, such as {@code converged}
 * @param question what was asked
 * @param outcome the answer
 * @param reason the answer in words, with the figures it rests on
 */
public record Verdict(String key, String question, Outcome outcome, String reason) {

    /** How a check came out, from good to bad. */
    public enum Outcome {
        /** As it should be. */
        PASS,
        /** Look closer. */
        WARN,
        /** The claimed accuracy should not be believed as it stands. */
        FAIL
    }
}
