package org.smoothbench.app.runs;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of runs with its search field. */
public final class RunListView extends VBox {

    private final RunListViewModel model;
    private final ComparedRuns compared;
    private final CustomTextField search = new CustomTextField();
    private final ListView<@Nullable RunRowViewModel> list = new ListView<>();

    /** Shows a list; eyes change which of its runs are compared. */
    public RunListView(RunListViewModel model, ComparedRuns compared) {
        this.model = model;
        this.compared = compared;
        getStyleClass().add("run-list-pane");
        setMinWidth(250);
        getChildren().addAll(heading(), searchField(), runs());
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Puts the keyboard onto the list. */
    public void focusList() {
        list.requestFocus();
    }

    private Label heading() {
        Label heading = new Label("RUNS");
        heading.getStyleClass().add("pane-heading");
        heading.setLabelFor(list);
        return heading;
    }

    private CustomTextField searchField() {
        search.setId("run-search");
        search.setPromptText("Search name, network or state");
        search.setAccessibleText("Search runs");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
            } else if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            }
        });
        return search;
    }

    private ListView<@Nullable RunRowViewModel> runs() {
        list.setId("run-list");
        list.setAccessibleText("Runs, newest first");
        list.getStyleClass().add("run-list");
        list.setCellFactory(_ -> new RunCell(row -> compared.toggle(row.id())));
        list.setItems(model.shown());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
                model.selected().ifPresent(row -> compared.toggle(row.id()));
                event.consume();
            }
        });
        Label none = new Label();
        none.getStyleClass().add("run-line");
        none.textProperty().bind(model.searchProperty().map(t -> t.isBlank() ? "No runs yet" : "No run matches"));
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            // A search that hides the selected run selects nothing here, which is no wish of the user.
            if (row != null) {
                model.select(row.id());
            }
        });
        model.selectedProperty().subscribe(row -> {
            if (row != null
                    && row != list.getSelectionModel().getSelectedItem()
                    && model.shown().contains(row)) {
                list.getSelectionModel().select(row);
                list.scrollTo(row);
            }
        });
        return list;
    }
}
