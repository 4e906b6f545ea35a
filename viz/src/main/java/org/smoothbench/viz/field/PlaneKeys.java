package org.smoothbench.viz.field;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * Tells the keys of something over a plane apart: arrows, with whatever is held beside them, and keys that mean something
 * alone. Combinations with Alt, and others with Ctrl or Command, are left to the window. FX thread only.
 */
public abstract class PlaneKeys {
    /** Keys that are not listened to yet. */
    protected PlaneKeys() {}

    /** Listens to a node's keys. */
    protected final void listenTo(Node node) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> arrow(event, -1, 0);
            case RIGHT -> arrow(event, 1, 0);
            case UP -> arrow(event, 0, 1);
            case DOWN -> arrow(event, 0, -1);
            default -> {
                if (!event.isControlDown() && !event.isMetaDown()) {
                    plain(event);
                }
            }
        }
    }

    /** An arrow was pressed, perhaps with Shift, or with Ctrl or Command; one of the two directions is 1 or -1, the other 0. */
    protected abstract void arrow(KeyEvent event, int right, int up);

    /** Another key was pressed, perhaps with Shift. */
    protected abstract void plain(KeyEvent event);

    /** Does what a key means, so that nobody else does. */
    protected static void consume(Event event, Runnable action) {
        action.run();
        event.consume();
    }
}
