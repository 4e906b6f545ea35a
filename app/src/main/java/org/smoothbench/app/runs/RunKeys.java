package org.smoothbench.app.runs;

import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the list and the table of runs. */
final class RunKeys implements EventHandler<KeyEvent> {

    private final RunActions actions;
    private final Runnable open;

    /** Keys for the selected runs; {@code open} leads to the page of the one that is shown. */
    RunKeys(RunActions actions, Runnable open) {
        this.actions = actions;
        this.open = open;
    }

    @Override
    public void handle(KeyEvent event) {
        boolean shortcut = event.isShortcutDown();
        boolean known = true;
        if (event.getCode() == KeyCode.SPACE && !shortcut) {
            actions.toggleCompared();
        } else if (event.getCode() == KeyCode.F2) {
            actions.edit();
        } else if (event.getCode() == KeyCode.DELETE) {
            actions.delete();
        } else if (event.getCode() == KeyCode.Z && shortcut) {
            actions.undo().undo();
        } else if (event.getCode() == KeyCode.C && shortcut) {
            actions.copyPaths();
        } else if (event.getCode() == KeyCode.ENTER && !shortcut) {
            open.run();
        } else {
            known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
