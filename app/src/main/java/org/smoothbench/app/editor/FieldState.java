package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.schema.SettingTree;

/**
 * A setting as the form shows it.
 *
 * @param entry the setting as it stands
 * @param error what is wrong with it; empty if nothing is
 * @param base what the draft began with, if it differs
 * @param several its values, if it has several
 * @param canVary whether it may get several values
 */
public record FieldState(
        SettingTree.Entry entry,
        String error,
        Optional<JsonElement> base,
        Optional<List<JsonElement>> several,
        boolean canVary) {

    /** Where it is. */
    public String path() {
        return entry.path();
    }

    /** Whether it differs from what the draft began with. */
    public boolean differs() {
        return base.isPresent() || several.isPresent();
    }
}
