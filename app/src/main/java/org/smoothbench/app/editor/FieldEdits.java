package org.smoothbench.app.editor;

import com.google.gson.JsonElement;

/** Takes what is typed and chosen in the controls of settings. FX thread only. */
public interface FieldEdits {

    /** Gives a setting a value, right or wrong. */
    void set(String path, JsonElement value);

    /** Leaves a setting out, so that its usual value holds. */
    void leaveOut(String path);

    /** Chooses another alternative of a family. */
    void choose(String path, String alternative);

    /** The next edit is a step of its own: the field was left. */
    default void seal() {}
}
