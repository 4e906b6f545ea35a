package org.smoothbench.app.runs;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs that charts and comparisons show together, in the order in which they were added; while there is none, they show
 * the selected run. A run that is not in the folder now may be among them: it may come back. FX thread only.
 */
public final class ComparedRuns {

    private final ObservableList<String> ids = FXCollections.observableArrayList();
    // One object for all, held on to: a view of a list listens weakly, so that one nobody keeps falls silent.
    private final ObservableList<String> readOnlyIds = FXCollections.unmodifiableObservableList(ids);

    /** The folder names of the runs, none twice; live, to be read only. */
    public ObservableList<String> ids() {
        return readOnlyIds;
    }

    /** Whether a run is among them. */
    public boolean contains(String id) {
        return ids.contains(id);
    }

    /** Adds a run at the end; one that is there stays where it is. */
    public void add(String id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    /** Takes a run out. */
    public void remove(String id) {
        ids.remove(id);
    }

    /** Adds a run that is not among them, and takes out one that is. */
    public void toggle(String id) {
        if (!ids.remove(id)) {
            ids.add(id);
        }
    }

    /** Replaces them all. */
    public void set(Collection<String> newIds) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(newIds));
        if (!distinct.equals(ids)) {
            ids.setAll(distinct);
        }
    }
}
