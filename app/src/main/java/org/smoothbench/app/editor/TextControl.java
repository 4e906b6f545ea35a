package org.smoothbench.app.editor;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import com.google.gson.JsonElement;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.schema.ValueKind;

/** A number or a text; empty, the usual value holds and is shown as prompt. */
final class TextControl implements FieldControl {

    private final CustomTextField field = new CustomTextField();
    private final HBox box = new HBox(field);
    private final ValueKind kind;
    private boolean following;

    TextControl(FieldState first, FieldEdits edits, FolderChoice folders) {
        kind = first.entry().kind();
        HBox.setHgrow(field, Priority.ALWAYS);
        box.getStyleClass().add("field-line");
        String unit = first.entry().field().setting().unit();
        if (!unit.isEmpty()) {
            Label suffix = new Label(unit);
            suffix.getStyleClass().add("field-unit");
            field.setRight(suffix);
        }
        String path = first.path();
        if (kind instanceof ValueKind.Text && path.startsWith("$.data.")) {
            box.getChildren().add(browse(folders, chosen -> field.setText(chosen)));
        }
        field.textProperty().subscribe((_, now) -> {
            if (!following) {
                if (now.isEmpty()) {
                    edits.leaveOut(path);
                } else {
                    edits.set(path, Typed.value(kind, now));
                }
            }
        });
        field.focusedProperty().subscribe((_, _) -> edits.seal());
    }

    /** A button that lets a folder be chosen. */
    static Button browse(FolderChoice folders, Consumer<String> taken) {
        Button browse = new Button(null, new FontIcon(Feather.FOLDER));
        browse.getStyleClass().addAll(Styles.BUTTON_ICON);
        browse.setTooltip(new Tooltip("Choose a folder"));
        browse.setAccessibleText("Choose a folder");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setOnAction(_ -> folders.choose().ifPresent(folder -> taken.accept(folder.toString())));
        return browse;
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return field;
    }

    @Override
    public void show(FieldState state) {
        JsonElement usual = state.entry().usual();
        field.setPromptText(usual == null ? "" : Typed.text(usual));
        @Nullable JsonElement given = state.entry().given();
        @Nullable JsonElement typed = field.getText().isEmpty() ? null : Typed.value(kind, field.getText());
        if (!Objects.equals(typed, given)) {
            following = true;
            field.setText(given == null ? "" : Typed.text(given));
            following = false;
        }
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !state.error().isEmpty());
    }
}
