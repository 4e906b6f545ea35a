package org.smoothbench.app.runs;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.run.RunTrash.Trashed;

/** The deleted runs, to restore or to delete for good. */
final class TrashView extends VBox {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final TrashViewModel model;
    private final ListView<@Nullable Trashed> list = new ListView<>();

    TrashView(TrashViewModel model) {
        this.model = model;
        setId("trash");
        getStyleClass().add("trash");
        Button back = new Button("Runs", new FontIcon(Feather.ARROW_LEFT));
        back.setId("trash-back");
        back.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        back.setOnAction(_ -> model.close());
        Label heading = new Label("TRASH");
        heading.getStyleClass().add("pane-heading");
        HBox top = new HBox(back, heading);
        top.getStyleClass().add("trash-top");
        Label trouble = new Label();
        trouble.getStyleClass().add("field-error");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        list.setId("trash-list");
        list.setAccessibleText("Deleted runs");
        list.getStyleClass().add("run-list");
        list.setItems(model.runs());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new TrashCell());
        Label none = new Label("The trash is empty");
        none.getStyleClass().add("run-line");
        list.setPlaceholder(none);
        model.runs().addListener((ListChangeListener<Trashed>) _ -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
            }
        });
        getChildren().addAll(top, trouble, list, buttons(), question());
    }

    /** Puts the keyboard onto the list. */
    void focus() {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    private List<Trashed> selected() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private FlowPane buttons() {
        Button restore = new Button("Restore");
        restore.setId("trash-restore");
        restore.getStyleClass().add(Styles.SMALL);
        restore.setOnAction(_ -> model.restore(selected()));
        Button delete = new Button("Delete for good…");
        delete.setId("trash-delete");
        delete.getStyleClass().add(Styles.SMALL);
        delete.setOnAction(_ -> model.ask(selected()));
        Button empty = new Button("Empty trash…");
        empty.setId("trash-empty");
        empty.getStyleClass().add(Styles.SMALL);
        empty.setOnAction(_ -> model.ask(model.runs()));
        restore.disableProperty().bind(Bindings.isEmpty(list.getSelectionModel().getSelectedItems()));
        delete.disableProperty().bind(restore.disableProperty());
        empty.disableProperty().bind(Bindings.isEmpty(model.runs()));
        FlowPane buttons = new FlowPane(restore, delete, empty);
        buttons.getStyleClass().add("trash-buttons");
        return buttons;
    }

    private VBox question() {
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Button yes = new Button("Delete for good");
        yes.setId("trash-confirm");
        yes.getStyleClass().addAll(Styles.DANGER, Styles.SMALL);
        yes.setOnAction(_ -> model.confirm());
        Button no = new Button("Keep");
        no.setId("trash-keep");
        no.getStyleClass().add(Styles.SMALL);
        no.setOnAction(_ -> model.keep());
        HBox answers = new HBox(yes, no);
        answers.getStyleClass().add("meta-buttons");
        VBox question = new VBox(text, answers);
        question.getStyleClass().addAll("banner", "banner-danger", "trash-question");
        question.setMinHeight(USE_PREF_SIZE);
        model.askedProperty().subscribe(asked -> {
            question.setVisible(!asked.isEmpty());
            question.setManaged(!asked.isEmpty());
            text.setText(words(asked));
        });
        model.askedProperty().subscribe((_, asked) -> {
            if (!asked.isEmpty()) {
                no.requestFocus();
            }
        });
        return question;
    }

    private static String words(List<Trashed> asked) {
        String what = asked.size() == 1 ? "“" + asked.getFirst().name() + "”" : asked.size() + " runs";
        return "Delete " + what + " with all checkpoints and evaluations? This cannot be undone.";
    }

    private static final class TrashCell extends ListCell<@Nullable Trashed> {

        private final Label name = new Label();
        private final Label when = new Label();
        private final VBox lines = new VBox(name, when);

        TrashCell() {
            name.getStyleClass().add("run-name");
            when.getStyleClass().add("run-line");
            lines.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Trashed item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item.name());
            when.setText("deleted " + MOMENT.format(Instant.ofEpochMilli(item.movedMillis())));
            setAccessibleText(item.name() + ", " + when.getText());
            setGraphic(lines);
        }
    }
}
