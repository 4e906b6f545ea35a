package org.smoothbench.app.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The runs as a narrow list with headings. */
final class RunLines extends ListView<@Nullable RunListItem> {

    /** Two lines and a bar, in pixels at the usual size of text; one height for all keeps scrolling even. */
    private static final double LINE_HEIGHT = 50;

    private final RunListViewModel model;
    private boolean taking;

    RunLines(RunActions actions, Runnable open) {
        model = actions.list();
        setId("run-list");
        setAccessibleText("Runs");
        getStyleClass().add("run-list");
        setFixedCellSize(LINE_HEIGHT);
        setCellFactory(_ -> new RunCell(row -> actions.compared().toggle(row.id()), model::toggle));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setItems(model.lines());
        setContextMenu(new RunMenu(actions));
        addEventFilter(KeyEvent.KEY_PRESSED, this::headingKey);
        addEventFilter(KeyEvent.KEY_PRESSED, new RunKeys(actions, open));
        Label none = new Label();
        none.getStyleClass().add("run-line");
        none.textProperty().bind(model.searchProperty().map(t -> t.isBlank() ? "No runs yet" : "No run matches"));
        setPlaceholder(none);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<@Nullable RunListItem>) _ -> choose());
        model.arrangingProperty().subscribe(arranging -> {
            if (!arranging) {
                take();
            }
        });
        model.selectedProperty().subscribe(_ -> take());
    }

    /** Left and right close and open groups, as in trees. */
    private void headingKey(KeyEvent event) {
        if (getFocusModel().getFocusedItem() instanceof GroupHeading heading) {
            boolean toggles = event.getCode() == KeyCode.ENTER
                    || event.getCode() == (heading.collapsed() ? KeyCode.RIGHT : KeyCode.LEFT);
            if (toggles) {
                model.toggle(heading);
                event.consume();
            }
        }
    }

    private void choose() {
        // While lines move, selections of the control are its own doing and no wish of the user.
        if (taking || model.arrangingProperty().get()) {
            return;
        }
        List<String> keys = new ArrayList<>();
        for (RunListItem item : getSelectionModel().getSelectedItems()) {
            if (item != null) {
                keys.add(item.key());
            }
        }
        if (!keys.isEmpty()) {
            RunListItem lead = getSelectionModel().getSelectedItem();
            model.choose(keys, lead instanceof RunRowViewModel row ? Optional.of(row.id()) : Optional.empty());
        }
    }

    /** Shows what the model has selected. */
    private void take() {
        if (taking) {
            return;
        }
        Set<String> wanted = new HashSet<>(model.chosen());
        if (wanted.isEmpty()) {
            model.selected().ifPresent(row -> wanted.add(row.key()));
        }
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < getItems().size(); i++) {
            RunListItem item = getItems().get(i);
            if (item != null && wanted.contains(item.key())) {
                indices.add(i);
            }
        }
        if (indices.equals(
                getSelectionModel().getSelectedIndices().stream().sorted().toList())) {
            return;
        }
        taking = true;
        getSelectionModel().clearSelection();
        indices.forEach(getSelectionModel()::select);
        model.selected().ifPresent(row -> {
            int lead = getItems().indexOf(row);
            if (lead >= 0 && indices.contains(lead)) {
                getSelectionModel().select(lead);
            }
        });
        taking = false;
        if (indices.size() == 1) {
            reveal(indices.getFirst());
        }
    }

    /** Scrolls only if the line cannot be seen, so that nothing jumps under the pointer. */
    private void reveal(int index) {
        boolean seen = lookupAll(".run-cell").stream()
                .filter(RunCell.class::isInstance)
                .map(RunCell.class::cast)
                .anyMatch(cell -> !cell.isEmpty()
                        && cell.getIndex() == index
                        && cell.getBoundsInParent().getMinY() >= 0
                        && cell.getBoundsInParent().getMaxY() <= getHeight());
        if (!seen) {
            scrollTo(index);
        }
    }
}
