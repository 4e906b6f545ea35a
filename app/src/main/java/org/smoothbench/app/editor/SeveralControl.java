package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.ValueKind;

/** The values of a setting that has several: chosen among names, or typed. */
final class SeveralControl implements FieldControl {

    private static final int COLUMNS = 3;

    private final VBox box = new VBox();
    private final Map<String, CheckBox> names = new LinkedHashMap<>();
    private final Optional<ValueList> list;
    private final Label count = new Label();
    private List<JsonElement> values = List.of();

    SeveralControl(FieldState first, EditorViewModel model) {
        ValueKind kind = first.entry().kind();
        String path = first.path();
        box.getStyleClass().add("several");
        count.getStyleClass().add("several-count");
        List<String> choices = kind instanceof ValueKind.Flag ? List.of("false", "true") : ChoiceControl.names(first);
        if (choices.isEmpty()) {
            ValueList typed =
                    new ValueList(kind, FieldWords.label(path), Optional.empty(), now -> model.setSeveral(path, now));
            list = Optional.of(typed);
            box.getChildren().addAll(count, typed);
            return;
        }
        list = Optional.empty();
        TilePane flow = new TilePane();
        flow.setTileAlignment(Pos.CENTER_LEFT);
        flow.setPrefColumns(COLUMNS);
        flow.getStyleClass().add("several-names");
        for (String name : choices) {
            CheckBox check = new CheckBox(kind instanceof ValueKind.Flag ? "true".equals(name) ? "on" : "off" : name);
            check.setMnemonicParsing(false);
            check.setOnAction(_ -> {
                model.seal();
                model.setSeveral(path, chosen(kind));
            });
            names.put(name, check);
            flow.getChildren().add(check);
        }
        box.getChildren().addAll(count, flow);
    }

    /** The chosen values; those that were there before stay as they are, with their settings. */
    private List<JsonElement> chosen(ValueKind kind) {
        List<JsonElement> now = new ArrayList<>();
        values.stream()
                .filter(value -> Optional.ofNullable(names.get(name(value)))
                        .filter(CheckBox::isSelected)
                        .isPresent())
                .forEach(now::add);
        names.forEach((name, check) -> {
            if (check.isSelected()
                    && values.stream().noneMatch(value -> name(value).equals(name))) {
                now.add(
                        kind instanceof ValueKind.Flag
                                ? new JsonPrimitive(Boolean.parseBoolean(name))
                                : ChoiceControl.element(kind, name));
            }
        });
        return now;
    }

    private static String name(JsonElement value) {
        String name = SettingTree.nameOf(value);
        return name.isEmpty() ? Typed.text(value) : name;
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return list.map(ValueList::focusTarget)
                .orElseGet(() -> names.values().stream()
                        .findFirst()
                        .<Control>map(check -> check)
                        .orElseGet(Button::new));
    }

    @Override
    public void show(FieldState state) {
        values = state.several().orElse(List.of());
        count.setText(values.size() == 1 ? "1 value" : values.size() + " values");
        list.ifPresent(typed -> {
            typed.show(values);
            typed.danger(!state.error().isEmpty());
        });
        names.forEach((name, check) ->
                check.setSelected(values.stream().anyMatch(value -> name(value).equals(name))));
    }
}
