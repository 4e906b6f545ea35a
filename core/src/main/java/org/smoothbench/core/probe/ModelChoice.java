package org.smoothbench.core.probe;

import org.smoothbench.core.run.RunDirectory;

/**
 * Which model is asked.
 *
 * @param run whose network
 * @param checkpoint {@code last} or {@code best}
 * @param averaged whether the averaged weights are meant instead of the trained ones
 */
public record ModelChoice(RunDirectory run, String checkpoint, boolean averaged) {

    /** The weights in words, such as {@code best} or {@code last, averaged}. */
    public String weights() {
        return checkpoint + (averaged ? ", averaged" : "");
    }
}
