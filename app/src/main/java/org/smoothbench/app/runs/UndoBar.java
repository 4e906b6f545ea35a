package org.smoothbench.app.runs;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells what was done last, and takes it back. */
final class UndoBar extends HBox {

    UndoBar(RunUndo undo) {
        setId("undo-bar");
        getStyleClass().addAll("banner", "undo-bar");
        setMinHeight(USE_PREF_SIZE);
        Label text = new Label();
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button back = new Button("Undo");
        back.setId("undo-button");
        back.setMinWidth(USE_PREF_SIZE);
        back.getStyleClass().addAll(Styles.SMALL);
        back.setTooltip(new Tooltip("Take it back (Ctrl+Z in the list)"));
        back.setOnAction(_ -> undo.undo());
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText("Dismiss");
        close.setOnAction(_ -> undo.dismiss());
        getChildren().addAll(text, back, close);
        undo.announcedProperty().subscribe(step -> {
            setVisible(step.isPresent());
            setManaged(step.isPresent());
            step.ifPresent(done -> text.setText(done.text()));
        });
    }
}
