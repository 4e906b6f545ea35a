package org.smoothbench.app.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The queue: a list for each device. Fits a width of 300. */
public final class QueueView extends VBox {

    private final QueueViewModel model;
    private final QueueCommands commands;
    private final Map<String, LaneView> views = new HashMap<>();
    private final VBox lanes = new VBox();
    private final ScrollPane scroll;
    private final Label empty = new Label("The queue is empty. What you start here waits in it, and works when"
            + " its device is free, also while this window is closed.");

    /** Shows a queue. */
    public QueueView(QueueViewModel model, QueueCommands commands) {
        this.model = model;
        this.commands = commands;
        setId("queue");
        getStyleClass().add("queue-pane");
        Label heading = new Label("QUEUE");
        heading.getStyleClass().add("pane-heading");
        Label counts = new Label();
        counts.getStyleClass().add("queue-line");
        counts.textProperty().bind(model.countsProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        empty.setMinHeight(USE_PREF_SIZE);
        lanes.getStyleClass().add("queue-lanes");
        scroll = new ScrollPane(lanes);
        scroll.getStyleClass().add("queue-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new HBox(heading, gap, counts), empty, scroll);
        model.lanesProperty().subscribe(this::show);
    }

    /** Puts the keyboard onto the first list. */
    public void focusFirst() {
        lanes.getChildren().stream().findFirst().ifPresent(lane -> ((LaneView) lane).focusList());
    }

    private void show(List<QueueLane> now) {
        boolean none = now.stream().allMatch(lane -> lane.entries().isEmpty());
        empty.setVisible(none);
        empty.setManaged(none);
        // A lane whose limit was set stays to be seen, empty or not.
        scroll.setVisible(!now.isEmpty());
        scroll.setManaged(!now.isEmpty());
        views.keySet().retainAll(now.stream().map(QueueLane::name).toList());
        List<Node> shown = new ArrayList<>();
        for (QueueLane lane : now) {
            LaneView view = views.computeIfAbsent(lane.name(), _ -> new LaneView(lane, model, commands));
            view.show(lane);
            shown.add(view);
        }
        if (!lanes.getChildren().equals(shown)) {
            lanes.getChildren().setAll(shown);
        }
    }
}
