package org.smoothbench.app.editor;

import com.google.gson.JsonPrimitive;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** On or off. */
final class FlagControl implements FieldControl {

    private final CheckBox box = new CheckBox();
    private final HBox line = new HBox(box);

    FlagControl(FieldState first, FieldEdits edits) {
        line.getStyleClass().add("field-line");
        String path = first.path();
        box.setOnAction(_ -> {
            edits.seal();
            edits.set(path, new JsonPrimitive(box.isSelected()));
        });
    }

    @Override
    public Region node() {
        return line;
    }

    @Override
    public Control focusTarget() {
        return box;
    }

    @Override
    public void show(FieldState state) {
        boolean flag = state.entry().value() instanceof JsonPrimitive value && value.isBoolean();
        box.setSelected(flag && state.entry().value().getAsBoolean());
        box.setIndeterminate(!flag);
        String word = !flag ? "neither on nor off" : box.isSelected() ? "on" : "off";
        box.setText(state.entry().given() == null ? word + " (default)" : word);
    }
}
