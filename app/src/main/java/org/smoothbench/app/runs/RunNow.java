package org.smoothbench.app.runs;

import org.smoothbench.core.run.RunSummary;

/**
 * A run as it is known now.
 *
 * @param summary what its files told
 * @param stopping whether a stop has been asked for, here or elsewhere, and it has not ended yet
 * @param title its name, with what tells it apart where other runs of the list have the same, see {@link RunTitles}
 */
public record RunNow(RunSummary summary, boolean stopping, String title) {}
