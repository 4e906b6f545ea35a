package org.smoothbench.app.shell;

import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** What the window can show between tool bar and status bar. */
enum WorkbenchPage {
    /** The runs and the page of one. */
    RUNS("Runs", Feather.LIST, KeyCode.DIGIT1),
    /** The activation functions. */
    ACTIVATIONS("Activations", Feather.TRENDING_UP, KeyCode.DIGIT2);

    private final String label;
    private final Feather icon;
    private final KeyCode key;

    WorkbenchPage(String label, Feather icon, KeyCode key) {
        this.label = label;
        this.icon = icon;
        this.key = key;
    }

    /** What its button and menu entry say. */
    String label() {
        return label;
    }

    /** The icon of its button. */
    Feather icon() {
        return icon;
    }

    /** The key that shows it together with Ctrl. */
    KeyCode key() {
        return key;
    }
}
