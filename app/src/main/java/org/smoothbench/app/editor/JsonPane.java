package org.smoothbench.app.editor;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The specification as text beside the form, with what is wrong below it. */
final class JsonPane extends VBox {

    private static final int MOST_REMARKS = 20;

    private final TextArea area = new TextArea();
    private final VBox below = new VBox();

    JsonPane(JsonTextViewModel model, EditorViewModel editor) {
        setId("json-pane");
        getStyleClass().add("json-pane");
        Label title = new Label("JSON");
        title.getStyleClass().add("section-title");
        Label note = new Label();
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        editor.formProperty().subscribe(state -> {
            int count = state.draft().several().size();
            note.setText(
                    count == 0
                            ? ""
                            : (count == 1 ? "A setting has" : count + " settings have")
                                    + " several values; the text shows the first of each.");
        });
        area.setId("json-text");
        area.setAccessibleText("Specification as JSON");
        area.getStyleClass().add("json-text");
        VBox.setVgrow(area, Priority.ALWAYS);
        below.getStyleClass().add("json-remarks");
        ScrollPane scroll = new ScrollPane(below);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(130);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("json-remarks-scroll");
        scroll.visibleProperty().bind(Bindings.isNotEmpty(below.getChildren()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        getChildren().addAll(title, note, area, scroll);
        area.textProperty().subscribe((_, now) -> model.textProperty().set(now));
        model.textProperty().subscribe(this::follow);
        model.faultProperty().subscribe(_ -> remark(model));
        model.remarksProperty().subscribe(_ -> remark(model));
        area.focusedProperty().subscribe((_, _) -> editor.seal());
        // The text has its own way back; the window's would take the text away with the edit.
        area.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
                event.consume();
            }
        });
    }

    /** Puts the keyboard into the text. */
    void focusText() {
        area.requestFocus();
    }

    /** Replaces only what differs, so that the caret stays and the text's own undo goes on. */
    private void follow(String now) {
        String old = area.getText();
        if (old.equals(now)) {
            return;
        }
        int most = Math.min(old.length(), now.length());
        int front = 0;
        while (front < most && old.charAt(front) == now.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < most - front && old.charAt(old.length() - 1 - back) == now.charAt(now.length() - 1 - back)) {
            back++;
        }
        double scroll = area.getScrollTop();
        int caret = area.getCaretPosition();
        area.replaceText(front, old.length() - back, now.substring(front, now.length() - back));
        area.positionCaret(caret <= front ? caret : Math.max(front, caret + now.length() - old.length()));
        area.setScrollTop(scroll);
    }

    private void remark(JsonTextViewModel model) {
        String fault = model.faultProperty().get();
        area.pseudoClassStateChanged(Styles.STATE_DANGER, !fault.isEmpty());
        below.getChildren().clear();
        if (!fault.isEmpty()) {
            below.getChildren().add(line(fault));
            Label kept = new Label("The form shows the last state that could be read.");
            kept.getStyleClass().add("muted");
            below.getChildren().add(kept);
        }
        List<JsonTextViewModel.Remark> remarks = model.remarksProperty().get();
        remarks.stream().limit(MOST_REMARKS).forEach(remark -> {
            Hyperlink link = new Hyperlink("Line " + remark.line() + ": " + remark.text());
            link.getStyleClass().add("json-remark");
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            link.setOnAction(_ -> goTo(remark.line()));
            below.getChildren().add(link);
        });
    }

    private static Label line(String text) {
        Label label = new Label(text, new FontIcon(Feather.ALERT_CIRCLE));
        label.setId("json-fault");
        label.getStyleClass().add("field-error");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void goTo(int line) {
        String text = area.getText();
        int from = 0;
        for (int i = 1; i < line && text.indexOf('\n', from) >= 0; i++) {
            from = text.indexOf('\n', from) + 1;
        }
        int end = text.indexOf('\n', from);
        area.requestFocus();
        area.selectRange(from, end < 0 ? text.length() : end);
    }
}
