package org.smoothbench.app.editor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Control;
import javafx.scene.layout.Region;
import org.smoothbench.core.schema.ValueKind;

/** A list of numbers or texts. */
final class ListControl implements FieldControl {

    private final ValueList list;

    ListControl(FieldState first, EditorViewModel model, FolderChoice folders) {
        String path = first.path();
        ValueKind element = first.entry().kind() instanceof ValueKind.Elements elements
                ? elements.element()
                : first.entry().kind();
        boolean paths = path.startsWith("$.data.");
        list = new ValueList(
                element, FieldWords.label(path), paths ? Optional.of(folders) : Optional.empty(), values -> {
                    JsonArray array = new JsonArray();
                    values.forEach(array::add);
                    model.set(path, array);
                });
    }

    @Override
    public Region node() {
        return list;
    }

    @Override
    public Control focusTarget() {
        return list.focusTarget();
    }

    @Override
    public void show(FieldState state) {
        JsonElement value = state.entry().value();
        list.show(value instanceof JsonArray array ? array.asList() : List.of());
        list.danger(!state.error().isEmpty());
    }
}
