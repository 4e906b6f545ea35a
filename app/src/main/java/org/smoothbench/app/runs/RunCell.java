package org.smoothbench.app.runs;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A line of the list: a run, or the heading of a group. */
final class RunCell extends ListCell<@Nullable RunListItem> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass ARCHIVED = PseudoClass.getPseudoClass("archived");

    private final RunCellContent run;
    private final GroupCellContent group = new GroupCellContent();
    private final Tooltip tooltip = new Tooltip();
    private Subscription following = Subscription.EMPTY;

    /** A cell whose eye calls for a run to be compared or not, and whose headings open and close groups. */
    RunCell(Consumer<RunRowViewModel> toggleCompared, Consumer<GroupHeading> toggleGroup) {
        getStyleClass().add("run-cell");
        run = new RunCellContent(() -> {
            if (getItem() instanceof RunRowViewModel row) {
                toggleCompared.accept(row);
            }
        });
        tooltip.setMaxWidth(460);
        tooltip.setWrapText(true);
        // Cut texts get an ellipsis instead of a scroll bar under the list.
        setPrefWidth(0);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof GroupHeading heading) {
                toggleGroup.accept(heading);
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable RunListItem item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        pseudoClassStateChanged(HEADING, item instanceof GroupHeading);
        switch (item) {
            case RunRowViewModel row -> {
                setGraphic(run);
                following = Subscription.combine(
                        row.rowProperty().subscribe(_ -> show(row)),
                        row.colourProperty().subscribe(_ -> showEye(row)),
                        row.comparedProperty().subscribe(_ -> showEye(row)));
            }
            case GroupHeading heading -> {
                setGraphic(group);
                setTooltip(null);
                group.show(heading);
                setAccessibleText(heading.spoken());
                pseudoClassStateChanged(ARCHIVED, false);
            }
            case null -> {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                pseudoClassStateChanged(ARCHIVED, false);
            }
        }
    }

    private void show(RunRowViewModel row) {
        run.show(row.row());
        tooltip.setText(row.row().tooltip());
        setTooltip(tooltip);
        pseudoClassStateChanged(ARCHIVED, row.row().archived());
        showEye(row);
    }

    private void showEye(RunRowViewModel row) {
        boolean compared = row.comparedProperty().get();
        run.showEye(compared, row.colourProperty().get());
        setAccessibleText(row.row().spoken() + (compared ? ", compared" : ""));
    }
}
