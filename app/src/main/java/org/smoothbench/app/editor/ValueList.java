package org.smoothbench.app.editor;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.schema.ValueKind;

/** Numbers or texts one after the other, each in a field of its own; Enter adds one behind, emptied ones go. */
final class ValueList extends FlowPane {

    private static final double NUMBER_WIDTH = 76;
    private static final double TEXT_WIDTH = 200;

    private final ValueKind kind;
    private final String name;
    private final Consumer<List<JsonElement>> changed;
    private final Optional<FolderChoice> folders;
    private final List<TextField> fields = new ArrayList<>();
    private final Button add = new Button("Add", new FontIcon(Feather.PLUS));
    private boolean following;

    /**
     * An empty list.
     *
     * @param kind of each value
     * @param name what the values are, for those who cannot see
     * @param folders lets a folder be added, where the values are folders
     */
    ValueList(ValueKind kind, String name, Optional<FolderChoice> folders, Consumer<List<JsonElement>> changed) {
        this.kind = kind;
        this.name = name;
        this.changed = changed;
        this.folders = folders;
        getStyleClass().add("value-list");
        add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        add.setMinWidth(USE_PREF_SIZE);
        add.setAccessibleText("Add one to " + name);
        add.setOnAction(_ -> addOne(
                folders.flatMap(FolderChoice::choose).map(Object::toString).orElse("")));
        layOut();
    }

    /** What gets the keyboard first. */
    Control focusTarget() {
        return fields.isEmpty() ? add : fields.getFirst();
    }

    /** Shows values; fields stay the same nodes where they can. */
    void show(List<JsonElement> values) {
        if (values.equals(values())) {
            return;
        }
        following = true;
        while (fields.size() > values.size()) {
            fields.removeLast();
        }
        for (int i = 0; i < values.size(); i++) {
            if (i == fields.size()) {
                fields.add(field());
            }
            if (!Typed.value(kind, fields.get(i).getText()).equals(values.get(i))) {
                fields.get(i).setText(Typed.text(values.get(i)));
            }
        }
        following = false;
        layOut();
    }

    /** Marks the list as wrong. */
    void danger(boolean wrong) {
        fields.forEach(field -> field.pseudoClassStateChanged(Styles.STATE_DANGER, wrong));
    }

    /** An emptied field waits for what comes next and is no value. */
    private List<JsonElement> values() {
        return fields.stream()
                .filter(field -> !field.getText().isEmpty())
                .map(field -> Typed.value(kind, field.getText()))
                .toList();
    }

    private TextField field() {
        CustomTextField field = new CustomTextField();
        field.setPrefWidth(kind instanceof ValueKind.Text && folders.isPresent() ? TEXT_WIDTH : NUMBER_WIDTH);
        if (kind instanceof ValueKind.Text && folders.isEmpty()) {
            field.setPrefWidth(TEXT_WIDTH / 2 + 20);
        }
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "remove-value");
        remove.setFocusTraversable(false);
        remove.setTooltip(new Tooltip("Take this value out"));
        remove.setAccessibleText("Take this value out of " + name);
        remove.setOnAction(_ -> {
            fields.remove(field);
            layOut();
            changed.accept(values());
        });
        field.setRight(remove);
        field.setAccessibleText(name + ", value");
        field.textProperty().subscribe((_, _) -> {
            if (!following) {
                changed.accept(values());
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                addOne("");
                event.consume();
            }
        });
        return field;
    }

    private void addOne(String text) {
        if (folders.isPresent()
                && text.isEmpty()
                && !fields.isEmpty()
                && fields.getLast().getText().isEmpty()) {
            return;
        }
        TextField field = field();
        fields.add(field);
        layOut();
        field.setText(text);
        field.requestFocus();
    }

    private void layOut() {
        List<Node> now = new ArrayList<>(fields);
        now.add(add);
        getChildren().setAll(now);
        fields.forEach(field -> field.setMinWidth(Region.USE_PREF_SIZE));
    }
}
