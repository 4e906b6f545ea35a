package org.smoothbench.app.training;

import javafx.beans.value.ObservableBooleanValue;

/**
 * What the page offers to do with its run when something is wrong.
 *
 * @param resume lets it go on from its last checkpoint
 * @param canResume whether that can be
 * @param again starts a new run of its specification
 * @param canRunAgain whether that can be
 * @param reveal shows its folder
 * @param copyPath copies where it lies
 * @param delete moves it to the trash
 */
public record RunPageActions(
        Runnable resume,
        ObservableBooleanValue canResume,
        Runnable again,
        ObservableBooleanValue canRunAgain,
        Runnable reveal,
        Runnable copyPath,
        Runnable delete) {}
