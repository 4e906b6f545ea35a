package org.smoothbench.app.editor;

import javafx.scene.control.Control;
import javafx.scene.layout.Region;

/** What takes the value of one setting. */
interface FieldControl {

    /** What is shown. */
    Region node();

    /** What gets the keyboard and the setting's name. */
    Control focusTarget();

    /** Shows a setting; what the user is just typing stays as it is typed. */
    void show(FieldState state);
}
