package org.smoothbench.app.landscape;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.editor.FieldControl;
import org.smoothbench.app.editor.FieldEdits;
import org.smoothbench.app.editor.FieldHelp;
import org.smoothbench.app.editor.FieldState;
import org.smoothbench.app.editor.FieldWords;

/** One setting of a landscape: its name, its control, and what is wrong with it. */
final class SettingRow extends VBox {

    private static final double NAME_WIDTH = 88;

    private final String path;
    private final FieldControl control;
    private final Label error = new Label("", new FontIcon(Feather.ALERT_CIRCLE));

    SettingRow(FieldState first, FieldEdits edits) {
        path = first.path();
        control = FieldControl.of(first, edits, Optional::empty);
        setId("landscape" + path.substring(1).replace('.', '-'));
        Label name = new Label(FieldWords.label(path));
        name.getStyleClass().add("setting-name");
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        name.setTooltip(FieldHelp.tooltip(first.entry()));
        name.setLabelFor(control.focusTarget());
        control.focusTarget().setTooltip(FieldHelp.tooltip(first.entry()));
        control.focusTarget().setAccessibleText(name.getText());
        control.focusTarget().setAccessibleHelp(FieldHelp.spoken(first.entry()));
        HBox.setHgrow(control.node(), Priority.ALWAYS);
        HBox row = new HBox(name, control.node());
        row.getStyleClass().add("setting-row");
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        error.managedProperty().bind(error.visibleProperty());
        getChildren().addAll(row, error);
    }

    /** The setting's path. */
    String path() {
        return path;
    }

    void show(FieldState now) {
        control.show(now);
        error.setText(now.error());
        error.setVisible(!now.error().isEmpty());
    }
}
