package org.smoothbench.app.editor;

import javafx.scene.control.Control;
import javafx.scene.layout.Region;
import org.smoothbench.core.schema.ValueKind;

/** What takes the value of one setting. FX thread only. */
public interface FieldControl {

    /**
     * The control of a setting that is neither a list nor a group.
     *
     * @param edits take what is typed and chosen
     */
    static FieldControl of(FieldState first, FieldEdits edits, FolderChoice folders) {
        return switch (first.entry().kind()) {
            case ValueKind.Flag _ -> new FlagControl(first, edits);
            case ValueKind.Choice _, ValueKind.Family _ -> new ChoiceControl(first, edits);
            case ValueKind.Numeric _ ->
                first.entry().field().setting().choices().length > 0
                        ? new ChoiceControl(first, edits)
                        : new TextControl(first, edits, folders);
            case ValueKind.Text _ -> new TextControl(first, edits, folders);
            case ValueKind.Elements _, ValueKind.Group _ ->
                throw new IllegalArgumentException(first.path() + " has no control of its own");
        };
    }

    /** What is shown. */
    Region node();

    /** What gets the keyboard and the setting's name. */
    Control focusTarget();

    /** Shows a setting; what the user is just typing stays as it is typed. */
    void show(FieldState state);
}
