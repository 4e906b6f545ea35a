package org.smoothbench.app.runs;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.look.StateIcon;

/** A run in the list: name and state, network, accuracies, and progress while it runs. */
final class RunCell extends ListCell<@Nullable RunRowViewModel> {

    private final StateIcon icon = new StateIcon();
    private final EyeToggle eye = new EyeToggle();
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label network = new Label();
    private final Label accuracies = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final HBox content;
    private final Tooltip tooltip = new Tooltip();
    private Subscription following = Subscription.EMPTY;

    /** A cell whose eye calls for a run to be compared or no longer compared. */
    RunCell(Consumer<RunRowViewModel> toggle) {
        getStyleClass().add("run-cell");
        name.getStyleClass().add("run-name");
        state.getStyleClass().add("run-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        network.getStyleClass().add("run-line");
        accuracies.getStyleClass().add("run-line");
        progress.getStyleClass().add("run-line");
        bar.getStyleClass().add("run-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox lines = new VBox(new HBox(name, gap, state), network, accuracies, bar, progress);
        lines.getStyleClass().add("run-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        eye.setOnAction(_ -> {
            if (getItem() != null) {
                toggle.accept(getItem());
            }
        });
        VBox signs = new VBox(icon, eye);
        signs.getStyleClass().add("run-signs");
        content = new HBox(signs, lines);
        content.getStyleClass().add("run-content");
        // Cut texts get an ellipsis instead of a scroll bar under the list.
        content.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RunRowViewModel item, boolean empty) {
        super.updateItem(item, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            following = Subscription.combine(
                    item.rowProperty().subscribe(_ -> show(item)),
                    item.colourProperty().subscribe(_ -> showEye(item)),
                    item.comparedProperty().subscribe(_ -> showEye(item)));
            setGraphic(content);
        }
    }

    private void showEye(RunRowViewModel item) {
        boolean compared = item.comparedProperty().get();
        eye.show(compared, item.colourProperty().get());
        setAccessibleText(item.row().spoken() + (compared ? ", compared" : ""));
    }

    private void show(RunRowViewModel item) {
        RunRow row = item.row();
        icon.show(row.state());
        name.setText(row.name());
        state.setText(row.stateText());
        network.setText(row.network());
        setLine(accuracies, row.accuracies());
        setLine(progress, row.progressText());
        bar.setVisible(row.progress() >= 0);
        bar.setManaged(row.progress() >= 0);
        bar.setProgress(Math.max(0, row.progress()));
        tooltip.setText(row.measured());
        setTooltip(row.measured().isEmpty() ? null : tooltip);
        showEye(item);
    }

    private static void setLine(Label line, String text) {
        line.setText(text);
        line.setVisible(!text.isEmpty());
        line.setManaged(!text.isEmpty());
    }
}
