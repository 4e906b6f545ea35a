package org.smoothbench.app.runs;

/** A line of the list: a run, or the heading of a group of runs. */
public sealed interface RunListItem permits RunRowViewModel, GroupHeading {

    /** What stays the same as long as the line is there; no two lines share one. */
    String key();
}
