package org.smoothbench.app.editor;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.experiment.Sweep;

/** The foot of the page: whether anything is wrong, what it will cost, how many runs it makes, and the button that queues. */
final class QueueBar extends HBox {

    private static final int NAMES = 24;

    private final Hyperlink faults = new Hyperlink("", new FontIcon(Feather.ALERT_CIRCLE));
    private final Label fine = new Label("Nothing is wrong", new FontIcon(Feather.CHECK_CIRCLE));
    private final Label runs = new Label();
    private final Tooltip names = new Tooltip();
    private final Button queue = new Button("", new FontIcon(Feather.PLAY));

    QueueBar(EditorViewModel model, QueueViewModel queueing, Region cost, EditorActions actions) {
        setId("queue-bar");
        getStyleClass().add("queue-bar");
        setMinHeight(USE_PREF_SIZE);
        faults.setId("faults");
        faults.getStyleClass().add("faults");
        faults.setOnAction(_ -> actions.goToFirstFault());
        fine.getStyleClass().add("fine");
        for (Region each : List.of(faults, fine)) {
            each.managedProperty().bind(each.visibleProperty());
            each.setMinWidth(USE_PREF_SIZE);
        }
        runs.setId("run-names");
        runs.getStyleClass().add("muted");
        runs.setMinWidth(40);
        queue.setId("queue-experiment");
        queue.getStyleClass().add(Styles.ACCENT);
        queue.setMinWidth(USE_PREF_SIZE);
        queue.setTooltip(new Tooltip("Checks the images and queues (Ctrl+Enter)"));
        queue.textProperty().bind(queueing.titleProperty());
        queue.disableProperty().bind(queueing.possible().not());
        queue.setOnAction(_ -> queueing.start());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(faults, fine, cost, gap, runs, queue);
        model.formProperty().subscribe(this::show);
        queueing.busyProperty().subscribe(busy -> {
            if (busy) {
                runs.setText("Checking the images …");
            } else {
                show(model.formProperty().get());
            }
        });
    }

    private void show(FormState state) {
        int count = (int) state.fields().stream()
                        .filter(field -> !field.error().isEmpty())
                        .count()
                + state.check().others().size();
        faults.setText(
                state.check().others().isEmpty()
                        ? count == 1 ? "1 setting is wrong" : count + " settings are wrong"
                        : state.check().others().getFirst());
        faults.setVisible(count > 0);
        fine.setVisible(count == 0);
        showNames(state.draft().sweep());
    }

    private void showNames(Sweep sweep) {
        runs.setTooltip(null);
        runs.setText("");
        if (sweep.values().isEmpty() || sweep.count() > Sweep.MOST_RUNS || sweep.count() == 0) {
            return;
        }
        List<String> all = sweep.names();
        runs.setText(all.getFirst() + (all.size() == 1 ? "" : " … " + all.getLast()));
        names.setText(all.stream().limit(NAMES).collect(Collectors.joining("\n"))
                + (all.size() > NAMES ? "\nand " + (all.size() - NAMES) + " more" : ""));
        runs.setTooltip(names);
    }
}
