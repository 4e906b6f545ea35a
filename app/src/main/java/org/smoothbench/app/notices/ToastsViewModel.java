package org.smoothbench.app.notices;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notes that are seen now. FX thread only. */
public final class ToastsViewModel {

    /** More would cover the window; the oldest goes. */
    private static final int MOST = 4;

    private final ObservableList<Toast> shown = FXCollections.observableArrayList();
    // Kept, since it only hears of changes as long as somebody holds it.
    private final ObservableList<Toast> seen = FXCollections.unmodifiableObservableList(shown);

    /** Shows a note. */
    public void show(Toast toast) {
        if (shown.size() == MOST) {
            shown.removeFirst();
        }
        shown.add(toast);
    }

    /** The notes, the newest last. */
    public ObservableList<Toast> shown() {
        return seen;
    }

    /** Takes a note away. */
    @SuppressWarnings("ReferenceEquality") // The very one: two may say the same.
    public void dismiss(Toast toast) {
        shown.removeIf(one -> one == toast);
    }

    /** Takes all notes away. */
    public void dismissAll() {
        shown.clear();
    }
}
