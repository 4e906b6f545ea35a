package org.smoothbench.app.queue;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.look.StateIcon;

/** A run of the queue; one that waits is moved by dragging it onto the place of another. */
final class QueueCell extends ListCell<QueueEntry> {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final QueueCommands commands;
    private final StateIcon icon = new StateIcon();
    private final Label name = new Label();
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button hold = button();
    private final Button stop = button();
    private final HBox content;
    private @Nullable String dragged;

    QueueCell(QueueViewModel model, QueueCommands commands) {
        this.commands = commands;
        name.getStyleClass().add("run-name");
        text.getStyleClass().add("queue-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox lines = new VBox(name, text, bar);
        lines.getStyleClass().add("run-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        content = new HBox(icon, lines, hold, stop);
        content.getStyleClass().add("queue-content");
        content.setMinWidth(0);
        setPrefWidth(0);
        hold.setOnAction(_ -> pauseOrGoOn(commands, getItem()));
        stop.setOnAction(_ -> commands.stop(getItem().run()));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && getItem() != null) {
                model.select(getItem().run());
            }
        });
        addDragging();
    }

    /** Lets a run rest, or go on if it does. */
    static void pauseOrGoOn(QueueCommands commands, QueueEntry entry) {
        if (entry.resting()) {
            commands.goOn(entry.run());
        } else {
            commands.pause(entry.run());
        }
    }

    private static Button button() {
        Button button = new Button();
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        // The list has keys for them, and stays one stop on the way of the Tab key.
        button.setFocusTraversable(false);
        return button;
    }

    private void addDragging() {
        addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            if (getItem() != null && getItem().waits()) {
                dragged = getItem().run();
                startFullDrag();
                event.consume();
            }
        });
        addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED, event -> pseudoClassStateChanged(TARGET, takes(event)));
        addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> pseudoClassStateChanged(TARGET, false));
        addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, event -> {
            pseudoClassStateChanged(TARGET, false);
            String run = dragged(event);
            if (takes(event) && run != null) {
                // A run at work has no place; before it means the next.
                commands.moveTo(run, Math.max(0, getItem().place()));
            }
        });
    }

    /** The run that is dragged; the cell it began in may show another by now. */
    private @Nullable String dragged(MouseDragEvent event) {
        return event.getGestureSource() instanceof QueueCell cell
                        && cell.getListView().equals(getListView())
                ? cell.dragged
                : null;
    }

    private boolean takes(MouseDragEvent event) {
        return getItem() != null && !getItem().run().equals(dragged(event)) && dragged(event) != null;
    }

    @Override
    protected void updateItem(@Nullable QueueEntry item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.show(item.state());
        name.setText(item.name());
        text.setText(item.text());
        bar.setVisible(item.progress() >= 0);
        bar.setManaged(item.progress() >= 0);
        bar.setProgress(Math.max(0, item.progress()));
        label(
                hold,
                item.resting() ? Feather.PLAY : Feather.PAUSE,
                item.resting() ? "Let it go on" : item.waits() ? "Hold it in its place" : "Pause at the next step");
        label(stop, item.waits() ? Feather.X : Feather.SQUARE, item.waits() ? "Take it out of the queue" : "Stop");
        setAccessibleText(item.spoken());
        setGraphic(content);
    }

    private static void label(Button button, Feather icon, String words) {
        if (!words.equals(button.getAccessibleText())) {
            button.setGraphic(new FontIcon(icon));
            button.setAccessibleText(words);
            button.setTooltip(new Tooltip(words));
        }
    }
}
