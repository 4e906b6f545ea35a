package org.smoothbench.app.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was done with runs and can be taken back, the last first. FX thread only. */
public final class RunUndo {

    private static final int MOST = 50;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Step>> last =
            new ReadOnlyObjectWrapper<>(this, "last", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Step>> announced =
            new ReadOnlyObjectWrapper<>(this, "announced", Optional.empty());

    /**
     * Something that was done.
     *
     * @param text what was done, such as {@code 2 runs moved to the trash}
     * @param back takes it back; returns at once
     */
    public record Step(String text, Runnable back) {}

    /** What {@link #undo} would take back. */
    public ReadOnlyObjectProperty<Optional<Step>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** What has just been done and should be told with an offer to take it back. */
    public ReadOnlyObjectProperty<Optional<Step>> announcedProperty() {
        return announced.getReadOnlyProperty();
    }

    /** Remembers and tells something that was done. */
    public void done(String text, Runnable back) {
        Step step = new Step(text, back);
        steps.push(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        last.set(Optional.of(step));
        announced.set(Optional.of(step));
    }

    /** Takes back what was done last. */
    public void undo() {
        Step step = steps.poll();
        last.set(Optional.ofNullable(steps.peek()));
        announced.set(Optional.empty());
        if (step != null) {
            step.back().run();
        }
    }

    /** Takes the announcement away; what was done can still be taken back. */
    public void dismiss() {
        announced.set(Optional.empty());
    }
}
