package org.smoothbench.app.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.wording.ProgressWords;
import org.smoothbench.core.launch.QueueSnapshot;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;

/** The queue as it is shown: what was read of it, with the names and the progress of the list's runs. FX thread only. */
public final class QueueViewModel {

    private final RunListViewModel list;
    private final ReadOnlyObjectWrapper<List<QueueLane>> lanes = new ReadOnlyObjectWrapper<>(this, "lanes", List.of());
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper(this, "counts", "");
    private QueueSnapshot last = QueueSnapshot.EMPTY;

    /** A queue of the runs of a list, of which nothing has been read yet. */
    public QueueViewModel(RunListViewModel list) {
        this.list = list;
    }

    /** Takes over what was read of the queue. */
    public void show(QueueSnapshot snapshot) {
        last = snapshot;
        settle();
    }

    /** Takes over what has become of the list's runs since. */
    public void settle() {
        Map<String, RunNow> runs = list.all().stream()
                .map(RunRowViewModel::now)
                .collect(Collectors.toMap(now -> now.summary().id(), Function.identity()));
        // An unchanged value tells nobody.
        lanes.set(last.lanes().stream()
                .map(lane -> lane(lane, runs))
                .filter(lane -> !lane.entries().isEmpty() || lane.limit() != 1)
                .toList());
        long working = lanes.get().stream()
                .flatMap(lane -> lane.entries().stream())
                .filter(entry -> !entry.waits())
                .count();
        long waiting = lanes.get().stream()
                .flatMap(lane -> lane.entries().stream())
                .filter(QueueEntry::waits)
                .count();
        counts.set(working + waiting == 0 ? "" : working + " at work · " + waiting + " waiting");
    }

    /** The lanes with runs or with a limit of their own, by name; equal values as long as nothing has changed. */
    public ReadOnlyObjectProperty<List<QueueLane>> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    /** Such as {@code 1 at work · 3 waiting}; empty if there is no run. */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The entry of a run, if it works or waits. */
    public Optional<QueueEntry> entry(String run) {
        return lanes.get().stream()
                .flatMap(lane -> lane.entries().stream())
                .filter(entry -> entry.run().equals(run))
                .findFirst();
    }

    /** The lane in which a run works or waits. */
    Optional<QueueLane> laneOf(String run) {
        return lanes.get().stream()
                .filter(lane ->
                        lane.entries().stream().anyMatch(entry -> entry.run().equals(run)))
                .findFirst();
    }

    /** Selects a run in the list of runs. */
    void select(String run) {
        list.select(run);
    }

    /** The run that is selected in the list of runs. */
    Optional<String> selected() {
        return list.selected().map(RunRowViewModel::id);
    }

    private static QueueLane lane(QueueSnapshot.Lane lane, Map<String, RunNow> runs) {
        List<QueueEntry> entries = new ArrayList<>();
        lane.working().forEach(run -> entries.add(working(run, runs.get(run))));
        int place = 0;
        for (QueueSnapshot.Waiting waiting : lane.waiting()) {
            entries.add(waiting(waiting, place++, lane.limit(), runs.get(waiting.run())));
        }
        return new QueueLane(lane.name(), QueueLane.title(lane.name()), lane.limit(), entries);
    }

    private static QueueEntry working(String run, @Nullable RunNow known) {
        Optional<RunStatus> status =
                Optional.ofNullable(known).flatMap(now -> now.summary().status());
        Optional<RunState> state = status.map(RunStatus::state);
        boolean paused = state.filter(RunState.PAUSED::equals).isPresent();
        boolean begun = state.filter(s -> s != RunState.QUEUED).isPresent();
        String progress =
                begun ? status.map(s -> ProgressWords.brief(s.progress())).orElse("") : "starting";
        String text = known != null && known.summary().stopRequested()
                ? "stopping…"
                : paused ? "paused · " + progress : progress;
        return new QueueEntry(
                run,
                name(run, known),
                state,
                text,
                begun ? status.map(s -> s.progress().fraction()).orElse(-1.0) : -1,
                -1,
                paused);
    }

    private static QueueEntry waiting(QueueSnapshot.Waiting waiting, int place, int limit, @Nullable RunNow known) {
        String turn = limit == 0 ? "waits; none is started" : place == 0 ? "next" : "number " + (place + 1);
        String text = waiting.host()
                .map(host -> "waits for " + host)
                .orElse(waiting.held() ? "held · number " + (place + 1) : turn);
        return new QueueEntry(
                waiting.run(),
                name(waiting.run(), known),
                Optional.of(RunState.QUEUED),
                text,
                -1,
                place,
                waiting.held() || waiting.host().isPresent());
    }

    private static String name(String run, @Nullable RunNow known) {
        return known == null ? run : known.title();
    }
}
