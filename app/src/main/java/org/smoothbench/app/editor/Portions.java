package org.smoothbench.app.editor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/**
 * Does what takes long on the FX thread in portions, one for each pulse, so that the window answers in between. What a portion
 * adds to the window is styled and laid out in the same pulse, which takes about twice as long again. FX thread only.
 */
final class Portions {

    private static final long BUDGET_NANOS = 5_000_000;

    private final Queue<Runnable> left = new ArrayDeque<>();
    private final Runnable settle;
    private boolean held;
    private final AnimationTimer pulses = new AnimationTimer() {
        @Override
        public void handle(long now) {
            work(System.nanoTime() + BUDGET_NANOS);
        }
    };

    /** No tasks yet; {@code settle} is called after each portion, for what is done once for all its tasks. */
    Portions(Runnable settle) {
        this.settle = settle;
    }

    /** Lets the tasks wait, as long as nobody would see what comes of them. */
    void hold(boolean wait) {
        held = wait;
        goOn();
    }

    /** Gives up what is left and begins with other tasks, which are done in their order. */
    void replace(Collection<? extends Runnable> tasks) {
        left.clear();
        left.addAll(tasks);
        goOn();
    }

    private void goOn() {
        if (left.isEmpty() || held) {
            pulses.stop();
        } else {
            pulses.start();
        }
    }

    /** Does something once all tasks are done: now, if they are. */
    void afterwards(Runnable action) {
        if (left.isEmpty()) {
            action.run();
        } else {
            left.add(action);
        }
    }

    private void work(long until) {
        while (!left.isEmpty() && System.nanoTime() < until) {
            left.remove().run();
        }
        settle.run();
        goOn();
    }
}
