package org.smoothbench.app.runs;

import atlantafx.base.theme.Styles;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs: their search, the list or the table, what can be taken back, the editor of names, and the trash. */
public final class RunListView extends StackPane {

    private final RunListViewModel model;
    private final ComparedRuns compared;
    private final RunLines lines;
    private final RunTable table;
    private final SearchField search;
    private final TrashView trash;

    /**
     * Shows a list.
     *
     * @param open leads to the page of the selected run
     */
    public RunListView(RunActions actions, Runnable open) {
        model = actions.list();
        compared = actions.compared();
        setMinWidth(250);
        lines = new RunLines(actions, open);
        table = new RunTable(actions, open);
        search = new SearchField(model.choices(), this::focusList);
        trash = new TrashView(actions.trash());
        StackPane runs = new StackPane(lines, table);
        VBox.setVgrow(runs, Priority.ALWAYS);
        VBox pane = new VBox(
                heading(actions),
                search,
                new FolderBanner(model),
                runs,
                new UndoBar(actions.undo()),
                new MetaEditorView(actions.editor(), this::focusList));
        pane.getStyleClass().add("run-list-pane");
        trash.getStyleClass().add("run-list-pane");
        getChildren().addAll(pane, trash);
        show(lines, model.choices().tableProperty().map(asTable -> !asTable));
        show(table, model.choices().tableProperty());
        show(trash, actions.trash().openProperty());
        show(pane, actions.trash().openProperty().map(opened -> !opened));
        actions.trash().openProperty().subscribe((_, opened) -> {
            if (opened) {
                trash.focus();
            } else {
                focusList();
            }
        });
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        search.focus();
    }

    /** Puts the keyboard onto the list. */
    public void focusList() {
        if (model.choices().tableProperty().get()) {
            table.requestFocus();
        } else {
            lines.requestFocus();
        }
    }

    /** Groups, order, what is collapsed, and which runs are compared. */
    public JsonObject state() {
        JsonObject state = model.choices().state();
        JsonArray ids = new JsonArray();
        compared.ids().forEach(ids::add);
        state.add("compared", ids);
        return state;
    }

    /** Takes up what {@link #state} gave; passes over whatever it does not understand. */
    public void restore(JsonObject state) {
        model.restore(state);
        if (state.get("compared") instanceof JsonArray ids) {
            for (JsonElement id : ids) {
                if (id instanceof JsonPrimitive text && text.isString()) {
                    compared.add(text.getAsString());
                }
            }
        }
    }

    /** Whether the runs are shown as a table, which wants the whole width. */
    public BooleanProperty tableProperty() {
        return model.choices().tableProperty();
    }

    private HBox heading(RunActions actions) {
        Label heading = new Label("RUNS");
        heading.getStyleClass().add("pane-heading");
        heading.setLabelFor(lines);
        Label count = new Label();
        count.setId("run-count");
        count.getStyleClass().add("run-line");
        count.textProperty().bind(model.countText());
        count.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton asTable = new ToggleButton(null, new FontIcon(Feather.COLUMNS));
        asTable.setId("run-table-toggle");
        asTable.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        asTable.setAccessibleText("Show the runs as a table");
        asTable.setTooltip(new Tooltip("Table with all figures"));
        asTable.selectedProperty().bindBidirectional(model.choices().tableProperty());
        HBox line = new HBox(heading, count, gap, asTable, new ListOptions(model.choices(), actions.trash()::show));
        line.getStyleClass().add("run-heading");
        return line;
    }

    private static void show(Node node, ObservableValue<Boolean> shown) {
        shown.subscribe(visible -> {
            node.setVisible(visible);
            node.setManaged(visible);
        });
    }
}
