package org.smoothbench.app.queue;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;

/** The queue's commands, for menus, tool bar and palette. */
public final class QueueMenu {

    private static final String SECTION = "queue";

    private QueueMenu() {}

    /**
     * Adds them to the menu of runs.
     *
     * @param shown whether the queue is seen
     */
    public static void add(CommandRegistry registry, QueueCommands queue, BooleanProperty shown) {
        registry.add(
                Command.of("run.pause", CommandGroup.RUN, "selected", "_Pause", () -> pauseOrGoOn(queue))
                        .on(KeyCode.P)
                        .titled(Bindings.when(queue.canGoOnProperty())
                                .then("_Go on")
                                .otherwise("_Pause"))
                        .when(Bindings.or(queue.canPauseProperty(), queue.canGoOnProperty())),
                Command.of("queue.up", CommandGroup.RUN, SECTION, "Move _up in the queue", queue::moveUp)
                        .onKeys(new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN))
                        .when(queue.canMoveUpProperty()),
                Command.of("queue.down", CommandGroup.RUN, SECTION, "Move _down in the queue", queue::moveDown)
                        .onKeys(new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN))
                        .when(queue.canMoveDownProperty()),
                Command.of("run.stopAll", CommandGroup.RUN, SECTION, "Stop a_ll runs", queue::stopAll)
                        .when(queue.canStopAllProperty()),
                Command.of("view.queue", CommandGroup.VIEW, "notes", "Show the _queue", () -> shown.set(!shown.get()))
                        .on(KeyCode.J)
                        .titled(Bindings.when(shown).then("Hide the _queue").otherwise("Show the _queue")));
    }

    private static void pauseOrGoOn(QueueCommands queue) {
        if (queue.canGoOnProperty().get()) {
            queue.goOn();
        } else {
            queue.pause();
        }
    }
}
