package org.smoothbench.app.landscape;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.run.RunDirectory;

/** The list of stored landscapes of the runs on the page, read in the background. FX thread only. */
final class Shelf {

    private final LandscapeShelf files;
    private final Executor background;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<List<StudyEntry>> entries =
            new ReadOnlyObjectWrapper<>(this, "entries", List.of());
    private long asked;

    Shelf(LandscapeShelf files, Executor background, Executor fxThread) {
        this.files = files;
        this.background = background;
        this.fxThread = fxThread;
    }

    /** What can be opened. */
    ReadOnlyObjectProperty<List<StudyEntry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /** Reads what lies in the folders of runs; of several calls the last one counts. */
    void read(List<RunDirectory> runs) {
        long number = ++asked;
        background.execute(() -> {
            List<StudyEntry> found = StudyEntry.of(
                    runs.stream().flatMap(run -> files.of(run).stream()).toList());
            fxThread.execute(() -> {
                if (number == asked) {
                    entries.set(found);
                }
            });
        });
    }

    /** Reads one with its values. */
    CompletableFuture<Landscape> open(LandscapeDirectory directory) {
        return CompletableFuture.supplyAsync(() -> files.open(directory), background);
    }
}
