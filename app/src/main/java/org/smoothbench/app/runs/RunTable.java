package org.smoothbench.app.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.look.StateIcon;

/** The runs with all their figures, sorted by any of them; without headings. */
final class RunTable extends TableView<RunRowViewModel> {

    private final RunListViewModel model;
    private boolean taking;

    RunTable(RunActions actions, Runnable open) {
        model = actions.list();
        setId("run-table");
        setAccessibleText("Runs with their figures");
        getStyleClass().add("run-table");
        setFixedCellSize(30);
        setTableMenuButtonVisible(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().add(compared(actions));
        getColumns().add(state());
        for (RunColumn column : RunColumn.values()) {
            getColumns().add(column(column));
        }
        SortedList<RunRowViewModel> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setContextMenu(new RunMenu(actions));
        addEventFilter(KeyEvent.KEY_PRESSED, new RunKeys(actions, open));
        Label none = new Label();
        none.getStyleClass().add("run-line");
        none.textProperty().bind(model.emptyText());
        setPlaceholder(none);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRowViewModel>) _ -> choose());
        model.arrangingProperty().subscribe(arranging -> {
            if (!arranging) {
                take();
            }
        });
        model.selection().addListener((ListChangeListener<RunRowViewModel>) _ -> take());
    }

    private static TableColumn<RunRowViewModel, RunRowViewModel> compared(RunActions actions) {
        TableColumn<RunRowViewModel, RunRowViewModel> column = own("", 52);
        column.setSortable(false);
        column.setCellFactory(_ -> new EyeCell(actions.compared()));
        return column;
    }

    private static TableColumn<RunRowViewModel, RunRowViewModel> state() {
        TableColumn<RunRowViewModel, RunRowViewModel> column = own("State", 184);
        column.setCellFactory(_ -> new StateCell());
        column.setComparator(Comparator.comparing(row -> row.row().stateText()));
        return column;
    }

    private static TableColumn<RunRowViewModel, RunRowViewModel> own(String title, double width) {
        TableColumn<RunRowViewModel, RunRowViewModel> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        return column;
    }

    private static TableColumn<RunRowViewModel, RunColumn.Value> column(RunColumn kind) {
        TableColumn<RunRowViewModel, RunColumn.Value> column = new TableColumn<>(kind.title());
        column.setPrefWidth(kind.width());
        column.setCellValueFactory(cell -> cell.getValue().nowProperty().map(kind::of));
        column.setComparator(kind.order());
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(RunColumn.@Nullable Value item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : item.text());
            }
        });
        if (kind.number()) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private void choose() {
        if (taking || model.arrangingProperty().get()) {
            return;
        }
        List<String> keys = new ArrayList<>();
        for (RunRowViewModel row : getSelectionModel().getSelectedItems()) {
            // The control may hold null for a moment while rows go.
            Optional.ofNullable(row).map(RunRowViewModel::key).ifPresent(keys::add);
        }
        if (!keys.isEmpty()) {
            taking = true;
            model.choose(
                    keys,
                    Optional.ofNullable(getSelectionModel().getSelectedItem()).map(RunRowViewModel::id));
            taking = false;
        }
    }

    private void take() {
        if (taking) {
            return;
        }
        Set<RunRowViewModel> wanted = new HashSet<>(model.selection());
        if (wanted.equals(new HashSet<>(getSelectionModel().getSelectedItems()))) {
            return;
        }
        taking = true;
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (wanted.contains(getItems().get(i))) {
                getSelectionModel().select(i);
            }
        }
        taking = false;
    }

    /** An eye in the table. */
    private static final class EyeCell extends TableCell<RunRowViewModel, RunRowViewModel> {

        private final EyeToggle eye = new EyeToggle();
        private Subscription following = Subscription.EMPTY;

        EyeCell(ComparedRuns compared) {
            eye.setOnAction(_ -> Optional.ofNullable(getItem()).ifPresent(row -> compared.toggle(row.id())));
        }

        @Override
        protected void updateItem(@Nullable RunRowViewModel row, boolean empty) {
            super.updateItem(row, empty);
            following.unsubscribe();
            following = Subscription.EMPTY;
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            following = Subscription.combine(
                    row.comparedProperty()
                            .subscribe(now -> eye.show(now, row.colourProperty().get())),
                    row.colourProperty()
                            .subscribe(now -> eye.show(row.comparedProperty().get(), now.intValue())));
            setGraphic(eye);
        }
    }

    /** A state's icon and name. */
    private static final class StateCell extends TableCell<RunRowViewModel, RunRowViewModel> {

        private final StateIcon icon = new StateIcon();
        private Subscription following = Subscription.EMPTY;

        @Override
        protected void updateItem(@Nullable RunRowViewModel row, boolean empty) {
            super.updateItem(row, empty);
            following.unsubscribe();
            following = Subscription.EMPTY;
            if (empty || row == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            setGraphic(icon);
            following = row.rowProperty().subscribe(now -> {
                icon.show(now.state());
                setText(now.damaged() ? now.stateText() + ", damaged" : now.stateText());
            });
        }
    }
}
