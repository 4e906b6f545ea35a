package org.smoothbench.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;

/** The line at the bottom: counts, device, runs folder, memory. FX thread only. */
public final class StatusBarViewModel {

    private final RunListViewModel list;
    private final LongSupplier heapBytes;
    private final Path root;
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper(this, "counts", "");
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper(this, "device", "");
    private final ReadOnlyStringWrapper heap = new ReadOnlyStringWrapper(this, "heap", "");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    /** A status line of a runs folder; the supplier tells the bytes of heap in use. */
    public StatusBarViewModel(Path root, RunListViewModel list, LongSupplier heapBytes) {
        this.root = root;
        this.list = list;
        this.heapBytes = heapBytes;
        list.selectedNowProperty().subscribe(_ -> settleDevice());
    }

    /** Takes over what was read. */
    public void show(LibrarySnapshot snapshot) {
        counts.set(snapshot.trouble().isEmpty() && snapshot.unread() == 0 ? counts(snapshot.runs()) : "");
        trouble.set(snapshot.trouble());
        heap.set(String.format(Locale.ROOT, "heap %d MB", heapBytes.getAsLong() >> 20));
        settleDevice();
    }

    /** Such as {@code 1 running · 1 queued · 5 runs}. */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The device of the selected run if it is active, else of any that is; or that none is. */
    public ReadOnlyStringProperty deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /** The heap this window uses, in MB of 1024 kB. */
    public ReadOnlyStringProperty heapProperty() {
        return heap.getReadOnlyProperty();
    }

    /** Why the runs folder cannot be read; empty if it can. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The runs folder. */
    public String folder() {
        return root.toString();
    }

    private static String counts(List<RunSummary> runs) {
        StringBuilder text = new StringBuilder();
        for (RunState state : new RunState[] {RunState.RUNNING, RunState.PAUSED, RunState.QUEUED}) {
            long count = runs.stream()
                    .filter(run -> run.state().filter(s -> s == state).isPresent())
                    .count();
            if (count > 0) {
                text.append(count).append(' ').append(state.label()).append(" · ");
            }
        }
        if (runs.isEmpty()) {
            return "no runs yet";
        }
        return text.append(runs.size())
                .append(runs.size() == 1 ? " run" : " runs")
                .toString();
    }

    private void settleDevice() {
        Optional<RunNow> selected = list.selected().map(RunRowViewModel::now).filter(StatusBarViewModel::atWork);
        Optional<RunNow> shown = selected.or(() -> list.all().stream()
                .map(RunRowViewModel::now)
                .filter(StatusBarViewModel::atWork)
                .findFirst());
        device.set(shown.map(run -> run.title()
                        + (paused(run) ? " is paused on " : " runs on ")
                        + run.summary()
                                .status()
                                .map(RunStatus::device)
                                .filter(d -> !d.isEmpty())
                                .orElse("a device not known yet"))
                .orElse("no run is active"));
    }

    private static boolean paused(RunNow run) {
        return run.summary().state().filter(s -> s == RunState.PAUSED).isPresent();
    }

    private static boolean atWork(RunNow run) {
        return run.summary()
                .state()
                .filter(s -> s == RunState.RUNNING || s == RunState.PAUSED)
                .isPresent();
    }
}
