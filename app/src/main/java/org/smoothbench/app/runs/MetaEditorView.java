package org.smoothbench.app.runs;

import atlantafx.base.theme.Styles;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Edits name, study, tags and notes, under the list; Enter saves, Escape leaves everything as it was. */
final class MetaEditorView extends VBox {

    private final MetaEditorViewModel model;
    private final TextField name = new TextField();

    /** An editor that is there while runs are being edited; {@code back} gets the keyboard afterwards. */
    MetaEditorView(MetaEditorViewModel model, Runnable back) {
        this.model = model;
        setId("meta-editor");
        getStyleClass().addAll("card", "meta-editor");
        setMinHeight(USE_PREF_SIZE);
        Label title = new Label();
        title.getStyleClass().add("run-name");
        title.textProperty().bind(model.titleProperty());
        TextField study = new TextField();
        TextField tags = new TextField();
        TextArea notes = new TextArea();
        notes.setPrefRowCount(3);
        notes.setWrapText(true);
        getChildren().add(title);
        add("Name", "meta-name", name, model.nameProperty(), "the name in the specification", "different names");
        add("Study", "meta-study", study, model.studyProperty(), "none", "none, or different ones");
        add("Tags, with commas between", "meta-tags", tags, model.tagsProperty(), "none", "no common tag");
        add("Notes", "meta-notes", notes, model.notesProperty(), "none", "none, or different ones");
        getChildren().addAll(trouble(), buttons());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean save = event.getCode() == KeyCode.ENTER
                    && (event.isShortcutDown() || event.getTarget() instanceof TextField);
            if (save) {
                model.save();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
            } else {
                return;
            }
            event.consume();
        });
        model.openProperty().subscribe(open -> {
            setVisible(open);
            setManaged(open);
        });
        model.openProperty().subscribe((_, open) -> {
            if (open) {
                name.requestFocus();
                name.selectAll();
            } else {
                back.run();
            }
        });
    }

    private void add(
            String caption, String id, TextInputControl field, StringProperty text, String one, String several) {
        Label label = new Label(caption);
        label.getStyleClass().add("run-line");
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(caption);
        model.severalProperty().subscribe(many -> field.setPromptText(many ? several : one));
        field.textProperty().bindBidirectional(text);
        getChildren().addAll(label, field);
    }

    private Label trouble() {
        Label trouble = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
        trouble.setId("meta-trouble");
        trouble.getStyleClass().add("warning-text");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        return trouble;
    }

    private HBox buttons() {
        Button save = new Button("Save");
        save.setId("meta-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(_ -> model.save());
        save.disableProperty().bind(model.canSaveProperty().not());
        Button cancel = new Button();
        cancel.textProperty().bind(model.canSaveProperty().map(can -> can ? "Cancel" : "Close"));
        cancel.setId("meta-cancel");
        cancel.setOnAction(_ -> model.cancel());
        HBox buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("meta-buttons");
        return buttons;
    }
}
