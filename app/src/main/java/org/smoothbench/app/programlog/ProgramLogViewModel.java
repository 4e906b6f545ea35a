package org.smoothbench.app.programlog;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.smoothbench.app.follow.LatestValue;

/** The warnings and errors of the program, and how many of them are new. FX thread only. */
public final class ProgramLogViewModel {

    private final ObservableList<LogEntry> entries = FXCollections.observableArrayList();
    // Kept, since it only hears of changes as long as somebody holds it.
    private final ObservableList<LogEntry> seen = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper(this, "unread");
    private final ReadOnlyBooleanWrapper unreadError = new ReadOnlyBooleanWrapper(this, "unreadError");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private LogEntry last = new LogEntry(Instant.EPOCH, false, "", "", "");

    /** Shows a log from now on. */
    public ProgramLogViewModel(ProgramLog log, Executor fxThread) {
        log.listenTo(new LatestValue<>(fxThread, this::show));
        open.subscribe(now -> {
            if (now) {
                unread.set(0);
                unreadError.set(false);
            }
        });
    }

    /** Whether the list is seen; opening it makes all read. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** How many entries have come since the list was last seen. */
    ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** Whether an error is among them. */
    ReadOnlyBooleanProperty unreadErrorProperty() {
        return unreadError.getReadOnlyProperty();
    }

    /** The entries, the newest first. */
    ObservableList<LogEntry> entries() {
        return seen;
    }

    /** All entries as text, the oldest first. */
    String text() {
        return entries.reversed().stream().map(LogEntry::text).collect(Collectors.joining("\n"));
    }

    private void show(List<LogEntry> all) {
        List<LogEntry> fresh = all.subList(all.lastIndexOf(last) + 1, all.size());
        if (fresh.isEmpty()) {
            return;
        }
        last = all.getLast();
        entries.setAll(all.reversed());
        if (!open.get()) {
            unread.set(unread.get() + fresh.size());
            unreadError.set(unreadError.get() || fresh.stream().anyMatch(LogEntry::error));
        }
    }
}
