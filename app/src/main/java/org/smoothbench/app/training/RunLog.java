package org.smoothbench.app.training;

import org.smoothbench.app.follow.LogLines;

/**
 * The log of one run, as far as it is shown.
 *
 * @param runId the run's folder name; empty for none
 * @param read whether the log has been read yet
 * @param lines the end of the log
 */
public record RunLog(String runId, boolean read, LogLines lines) {

    /** No log. */
    public static final RunLog NONE = new RunLog("", false, LogLines.NONE);
}
