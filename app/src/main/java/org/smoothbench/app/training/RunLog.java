package org.smoothbench.app.training;

import org.smoothbench.app.follow.LogLines;

/**
 * The log of one run, as far as it is shown.
 *
 * @param runId the run's folder name; empty for none
 * @param lines the end of the log
 */
public record RunLog(String runId, LogLines lines) {

    /** No log. */
    public static final RunLog NONE = new RunLog("", LogLines.NONE);
}
