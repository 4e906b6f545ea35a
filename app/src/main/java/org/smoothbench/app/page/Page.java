package org.smoothbench.app.page;

import com.google.gson.JsonObject;
import javafx.scene.Node;

/** One page of the window. FX thread only. */
public interface Page {

    /** What is shown; always the same node. */
    Node node();

    /** Puts the keyboard onto the control that is wanted first. */
    void focusFirst();

    /** What explains the page. */
    PageHelp help();

    /** What the page wants to find again after a restart: dividers, choices, zoom, selections. */
    default JsonObject state() {
        return new JsonObject();
    }

    /** Takes up what {@link #state} gave; passes over whatever it does not understand. */
    default void restore(JsonObject state) {}
}
