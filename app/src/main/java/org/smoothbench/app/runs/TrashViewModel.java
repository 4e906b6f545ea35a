package org.smoothbench.app.runs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.smoothbench.core.run.RunTrash.Trashed;

/** The deleted runs; only here can they be deleted for good, and only after asking. FX thread only. */
public final class TrashViewModel {

    private final RunEdits edits;
    private final Executor background;
    private final Executor fxThread;
    private final ObservableList<Trashed> runs = FXCollections.observableArrayList();
    private final ObservableList<Trashed> runsView = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyObjectWrapper<List<Trashed>> asked = new ReadOnlyObjectWrapper<>(this, "asked", List.of());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    /** A trash that is not looked into yet. */
    public TrashViewModel(RunEdits edits, Executor background, Executor fxThread) {
        this.edits = edits;
        this.background = background;
        this.fxThread = fxThread;
    }

    /** Looks into the trash. */
    public void show() {
        open.set(true);
        asked.set(List.of());
        read();
    }

    /** Goes back to the runs. */
    public void close() {
        open.set(false);
        asked.set(List.of());
    }

    /** Puts runs back to where they lay. */
    public void restore(List<Trashed> chosen) {
        asked.set(List.of());
        edits.restore(List.copyOf(chosen), this::read);
    }

    /** Asks whether runs may be deleted for good. */
    public void ask(List<Trashed> chosen) {
        asked.set(List.copyOf(chosen));
    }

    /** Answers yes. */
    public void confirm() {
        List<Trashed> chosen = asked.get();
        asked.set(List.of());
        edits.deleteForGood(chosen, this::read);
    }

    /** Answers no. */
    public void keep() {
        asked.set(List.of());
    }

    private void read() {
        background.execute(() -> {
            try {
                List<Trashed> found = edits.trash().list();
                fxThread.execute(() -> {
                    trouble.set("");
                    ListUpdate.apply(runs, found);
                });
            } catch (IOException e) {
                fxThread.execute(() -> trouble.set("The trash cannot be read: " + e.getMessage()));
            }
        });
    }

    /** The deleted runs, the last deleted first; live, to be read only. */
    public ObservableList<Trashed> runs() {
        return runsView;
    }

    /** Whether the trash is shown in place of the runs. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The runs that are to be deleted for good once that is confirmed; empty while nothing is asked. */
    public ReadOnlyObjectProperty<List<Trashed>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Why the trash cannot be read; empty if it can. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
