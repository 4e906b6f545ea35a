package org.smoothbench.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;

/** The states of a draft, to go back and forth. Edits of one kind in a row are one step. */
final class DraftHistory {

    private static final int MOST = 500;

    private final Deque<Draft> before = new ArrayDeque<>();
    private final Deque<Draft> after = new ArrayDeque<>();
    private Draft now;
    private String lastKind = "";

    DraftHistory(Draft first) {
        now = first;
    }

    Draft now() {
        return now;
    }

    /**
     * Goes on to another state.
     *
     * @param kind edits of the same kind in a row are undone together; empty for one that stands alone
     */
    void edit(Draft next, String kind) {
        if (next.equals(now)) {
            return;
        }
        if (kind.isEmpty() || !kind.equals(lastKind)) {
            before.push(now);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        lastKind = kind;
        after.clear();
        now = next;
    }

    /** The next edit is a step of its own. */
    void seal() {
        lastKind = "";
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            after.push(now);
            now = before.pop();
            seal();
        }
    }

    void redo() {
        if (canRedo()) {
            before.push(now);
            now = after.pop();
            seal();
        }
    }
}
