package org.smoothbench.app.programlog;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of warnings and errors, over the bottom of the window while it is open. */
public final class LogPanel extends VBox {

    private final ListView<LogEntry> list = new ListView<>();

    /** Shows a log. */
    public LogPanel(ProgramLogViewModel model) {
        setId("program-log");
        getStyleClass().addAll("card", "program-log");
        setMaxSize(680, 300);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        Label title = new Label("Warnings and errors of this program");
        title.getStyleClass().add("banner-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button("Copy all", new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        copy.setTooltip(new Tooltip("Copy all of it with what lies behind, to be pasted into a report"));
        copy.setOnAction(_ -> copy(model.text()));
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText("Close the list of warnings and errors");
        close.setTooltip(new Tooltip("Close (Esc)"));
        close.setOnAction(_ -> model.openProperty().set(false));
        HBox header = new HBox(6, title, gap, copy, close);
        header.setAlignment(Pos.CENTER_LEFT);
        list.setItems(model.entries());
        Label none = new Label("Nothing so far");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        list.getStyleClass().add("program-log-list");
        list.setAccessibleText("Warnings and errors of this program, the newest first");
        list.setCellFactory(_ -> new EntryCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(header, list);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.openProperty().set(false);
                event.consume();
            } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                LogEntry entry = list.getSelectionModel().getSelectedItem();
                copy(entry == null ? model.text() : entry.text());
                event.consume();
            }
        });
        model.openProperty().subscribe(open -> {
            setVisible(open);
            setManaged(open);
            if (open) {
                list.requestFocus();
            }
        });
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Time, level and place above the message. */
    private static final class EntryCell extends ListCell<LogEntry> {

        private final Label about = new Label();
        private final Label message = new Label();
        private final VBox lines = new VBox(about, message);

        EntryCell() {
            about.getStyleClass().add("queue-line");
            message.setWrapText(true);
            message.setMinHeight(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable LogEntry item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            FontIcon icon = new FontIcon(item.error() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE);
            icon.getStyleClass().add(item.error() ? "log-error" : "log-warning");
            about.setGraphic(icon);
            about.setText(item.clock() + "  " + item.level() + "  " + item.where());
            message.setText(item.message());
            setAccessibleText(item.level() + " at " + item.clock() + ": " + item.message());
            setGraphic(lines);
        }
    }
}
