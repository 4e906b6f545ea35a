package org.smoothbench.app.queue;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The runs of one device: how many at once, and a list whose waiting runs can be dragged. */
final class LaneView extends VBox {

    private static final double ROW_HEIGHT = 52;
    private static final int MOST_ROWS = 8;
    private static final int MOST_AT_ONCE = 64;

    private final String lane;
    private final QueueViewModel model;
    private final QueueCommands commands;
    private final Spinner<Integer> limit;
    private final ListView<QueueEntry> list = new ListView<>();
    private boolean showing;

    LaneView(QueueLane first, QueueViewModel model, QueueCommands commands) {
        lane = first.name();
        this.model = model;
        this.commands = commands;
        getStyleClass().add("queue-lane");
        limit = new Spinner<>(0, MOST_AT_ONCE, first.limit());
        limit.setId("limit-" + lane.replace(':', '-'));
        limit.setEditable(true);
        limit.setPrefWidth(70);
        limit.setMinWidth(Region.USE_PREF_SIZE);
        limit.getEditor().setAccessibleText("Runs at once on: " + first.title());
        limit.setTooltip(new Tooltip("How many runs work at once; with 0 none is started and all wait."
                + " On the CPU, runs at once share the cores."));
        limit.valueProperty().subscribe((_, now) -> {
            if (!showing && now != null) {
                commands.limit(lane, now);
            }
        });
        Label title = new Label(first.title());
        title.getStyleClass().add("queue-lane-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label atOnce = new Label("at once");
        atOnce.getStyleClass().add("queue-line");
        atOnce.setMinWidth(Region.USE_PREF_SIZE);
        atOnce.setLabelFor(limit);
        HBox header = new HBox(8, title, gap, atOnce, limit);
        header.setAlignment(Pos.CENTER_LEFT);
        list.setId("lane-" + lane.replace(':', '-'));
        list.getStyleClass().add("queue-list");
        list.setAccessibleText("Queue, " + first.title()
                + "; Alt with the arrow keys moves a waiting run, Space holds or lets go on, Delete stops");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new QueueCell(model, commands));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(header, list);
    }

    void show(QueueLane now) {
        showing = true;
        limit.getValueFactory().setValue(now.limit());
        showing = false;
        update(now.entries());
        int rows = Math.min(MOST_ROWS, now.entries().size());
        list.setPrefHeight(rows * ROW_HEIGHT + 2);
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.setVisible(rows > 0);
        list.setManaged(rows > 0);
    }

    /** Changes only what has changed, so that selection and a drag in progress stay. */
    private void update(List<QueueEntry> entries) {
        ObservableList<QueueEntry> items = list.getItems();
        if (runs(items).equals(runs(entries))) {
            for (int i = 0; i < entries.size(); i++) {
                if (!items.get(i).equals(entries.get(i))) {
                    items.set(i, entries.get(i));
                }
            }
            return;
        }
        Optional<String> selected = selected().map(QueueEntry::run);
        items.setAll(entries);
        selected.map(runs(entries)::indexOf)
                .filter(index -> index >= 0)
                .ifPresent(list.getSelectionModel()::clearAndSelect);
    }

    private static List<String> runs(List<QueueEntry> entries) {
        return entries.stream().map(QueueEntry::run).toList();
    }

    void focusList() {
        list.requestFocus();
    }

    private Optional<QueueEntry> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void pressed(KeyEvent event) {
        Optional<QueueEntry> entry = selected();
        if (entry.isEmpty()) {
            return;
        }
        String run = entry.get().run();
        boolean known = true;
        switch (event.getCode()) {
            case UP, DOWN -> {
                known = event.isAltDown();
                if (known) {
                    commands.move(run, event.getCode() == KeyCode.UP ? -1 : 1);
                }
            }
            case SPACE -> QueueCell.pauseOrGoOn(commands, entry.get());
            case DELETE, BACK_SPACE -> commands.stop(run);
            case ENTER -> model.select(run);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
