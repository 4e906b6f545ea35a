package org.smoothbench.app.editor;

import atlantafx.base.theme.Styles;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.ValueKind;

/** One of some names or numbers, or an alternative of a family with its explanation. */
final class ChoiceControl implements FieldControl {

    private final ComboBox<String> combo = new ComboBox<>();
    private final Label usual = new Label("default");
    private final HBox box = new HBox(combo, usual);
    private boolean following;

    ChoiceControl(FieldState first, FieldEdits edits) {
        box.getStyleClass().add("field-line");
        usual.getStyleClass().add("field-usual");
        usual.setMinWidth(Region.USE_PREF_SIZE);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.getItems().setAll(names(first));
        HBox.setHgrow(combo, Priority.ALWAYS);
        String path = first.path();
        ValueKind kind = first.entry().kind();
        if (kind instanceof ValueKind.Family family) {
            Map<String, String> help = family.alternatives().stream()
                    .collect(Collectors.toMap(ValueKind.Alternative::name, ValueKind.Alternative::help));
            combo.setCellFactory(_ -> new ExplainedCell(help));
            combo.setVisibleRowCount(8);
        }
        combo.valueProperty().subscribe((_, now) -> {
            if (!following && now != null) {
                if (kind instanceof ValueKind.Family) {
                    edits.choose(path, now);
                } else {
                    edits.seal();
                    edits.set(path, element(kind, now));
                }
            }
        });
    }

    /** What can be chosen. */
    static List<String> names(FieldState state) {
        return switch (state.entry().kind()) {
            case ValueKind.Choice choice -> choice.names();
            case ValueKind.Family family -> family.names();
            case ValueKind.Numeric _ ->
                Arrays.stream(state.entry().field().setting().choices())
                        .mapToObj(value -> new BigDecimal(value).toPlainString())
                        .toList();
            case ValueKind.Flag _, ValueKind.Text _, ValueKind.Elements _, ValueKind.Group _ -> List.of();
        };
    }

    /** A chosen name as JSON. */
    static JsonElement element(ValueKind kind, String name) {
        return kind instanceof ValueKind.Numeric ? Typed.value(kind, name) : new JsonPrimitive(name);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return combo;
    }

    @Override
    public void show(FieldState state) {
        JsonElement value = state.entry().value();
        String name = state.entry().kind() instanceof ValueKind.Family ? SettingTree.nameOf(value) : Typed.text(value);
        following = true;
        combo.setValue(name);
        following = false;
        boolean left = state.entry().given() == null && !value.isJsonNull();
        usual.setVisible(left);
        usual.setManaged(left);
        combo.pseudoClassStateChanged(Styles.STATE_DANGER, !state.error().isEmpty());
    }

    /** A name over what it means. */
    private static final class ExplainedCell extends ListCell<@Nullable String> {

        private static final double WIDTH = 420;

        private final Map<String, String> help;
        private final Label name = new Label();
        private final Label text = new Label();
        private final VBox lines = new VBox(name, text);

        ExplainedCell(Map<String, String> help) {
            this.help = help;
            name.getStyleClass().add("run-name");
            text.getStyleClass().add("field-help");
            text.setWrapText(true);
            text.setPrefWidth(WIDTH);
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item);
            text.setText(help.getOrDefault(item, ""));
            setGraphic(lines);
        }
    }
}
