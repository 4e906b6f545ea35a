package org.smoothbench.app.queue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.launch.RunPauser;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.launch.RunStopper;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunState;

/** What can be done with runs that work or wait. Called on the FX thread; files are dealt with elsewhere. */
public final class QueueCommands {

    private static final Logger LOG = LoggerFactory.getLogger(QueueCommands.class);

    private final RunLibrary library;
    private final RunQueue queue;
    private final QueueViewModel model;
    private final RunListViewModel list;
    private final NoticeViewModel notices;
    private final Executor inOrder;
    private final Executor fxThread;
    private final Runnable refresh;
    private final ReadOnlyBooleanWrapper canPause = new ReadOnlyBooleanWrapper(this, "canPause");
    private final ReadOnlyBooleanWrapper canGoOn = new ReadOnlyBooleanWrapper(this, "canGoOn");
    private final ReadOnlyBooleanWrapper canStopAll = new ReadOnlyBooleanWrapper(this, "canStopAll");
    private final ReadOnlyBooleanWrapper canMoveUp = new ReadOnlyBooleanWrapper(this, "canMoveUp");
    private final ReadOnlyBooleanWrapper canMoveDown = new ReadOnlyBooleanWrapper(this, "canMoveDown");

    /**
     * Commands on the queue of a library.
     *
     * @param inOrder does one thing after the other, on some thread
     * @param refresh has the queue and the runs read anew; called on any thread
     */
    public QueueCommands(
            RunLibrary library,
            RunQueue queue,
            QueueViewModel model,
            RunListViewModel list,
            NoticeViewModel notices,
            Executor inOrder,
            Executor fxThread,
            Runnable refresh) {
        this.library = library;
        this.queue = queue;
        this.model = model;
        this.list = list;
        this.notices = notices;
        this.inOrder = inOrder;
        this.fxThread = fxThread;
        this.refresh = refresh;
        list.selectedNowProperty().subscribe(_ -> settle());
        model.lanesProperty().subscribe(_ -> settle());
    }

    /** Whether the selected run works or waits and has not paused. */
    public ReadOnlyBooleanProperty canPauseProperty() {
        return canPause.getReadOnlyProperty();
    }

    /** Whether the selected run has paused or is held. */
    public ReadOnlyBooleanProperty canGoOnProperty() {
        return canGoOn.getReadOnlyProperty();
    }

    /** Whether any run works or waits. */
    public ReadOnlyBooleanProperty canStopAllProperty() {
        return canStopAll.getReadOnlyProperty();
    }

    /** Whether the selected run waits behind another of its lane. */
    public ReadOnlyBooleanProperty canMoveUpProperty() {
        return canMoveUp.getReadOnlyProperty();
    }

    /** Whether the selected run waits before another of its lane. */
    public ReadOnlyBooleanProperty canMoveDownProperty() {
        return canMoveDown.getReadOnlyProperty();
    }

    /** Lets the selected run pause at its next step, or holds it while it waits. */
    public void pause() {
        selected(canPause).ifPresent(this::pause);
    }

    /** Lets the selected run go on. */
    public void goOn() {
        selected(canGoOn).ifPresent(this::goOn);
    }

    /** Asks every run that works to stop, and cancels those that wait. */
    public void stopAll() {
        List<String> runs = list.all().stream()
                .filter(row -> row.now().summary().active())
                .map(RunRowViewModel::id)
                .toList();
        later("be stopped", () -> {
            // Those that wait first, or each would be started when the one before it has stopped.
            for (String run : runs.stream().filter(this::waits).toList()) {
                stopIfActive(run);
            }
            for (String run : runs.stream().filter(run -> !waits(run)).toList()) {
                stopIfActive(run);
            }
        });
    }

    /** Lets the selected run wait for less long. */
    public void moveUp() {
        selected(canMoveUp).ifPresent(run -> move(run, -1));
    }

    /** Lets the selected run wait for longer. */
    public void moveDown() {
        selected(canMoveDown).ifPresent(run -> move(run, 1));
    }

    /** Lets a run pause at its next step, or holds it while it waits. */
    void pause(String run) {
        later("be paused", () -> new RunPauser().pause(directory(run)));
    }

    /** Lets a run go on that has paused, is held, or waits for another host. */
    void goOn(String run) {
        boolean waits = waits(run);
        later("go on", () -> {
            new RunPauser().goOn(directory(run));
            if (waits) {
                queue.takeOver(run);
            }
        });
    }

    /** Asks a run to stop, or cancels it while it waits. */
    void stop(String run) {
        later("be stopped", () -> stopIfActive(run));
    }

    /** Moves a waiting run by some places within its lane. */
    void move(String run, int places) {
        model.entry(run).filter(QueueEntry::waits).ifPresent(entry -> moveTo(run, entry.place() + places));
    }

    /** Moves a waiting run to a place within its lane, 0 for the next. */
    void moveTo(String run, int place) {
        later("be moved", () -> queue.move(run, Math.max(0, place)));
    }

    /** Sets how many runs of a lane work at once. */
    void limit(String lane, int limit) {
        later("be started", () -> queue.limit(lane, limit));
    }

    private Optional<String> selected(ReadOnlyBooleanWrapper possible) {
        return model.selected().filter(_ -> possible.get());
    }

    private boolean waits(String run) {
        return model.entry(run).filter(QueueEntry::waits).isPresent();
    }

    private RunDirectory directory(String run) {
        return new RunDirectory(library.root().resolve(run));
    }

    private void stopIfActive(String run) throws IOException {
        try {
            new RunStopper().stop(directory(run));
        } catch (ProblemException e) {
            // It ended of itself in the meantime, which the list shows at the next look.
            LOG.info("{}", e.getMessage());
        }
    }

    /** Something that takes time. */
    private interface Work {
        void run() throws IOException;
    }

    private void later(String what, Work work) {
        inOrder.execute(() -> {
            try {
                work.run();
            } catch (ProblemException e) {
                LOG.info("{}", e.getMessage(), e);
                fxThread.execute(() -> notices.show(Notice.of(e.problem())));
            } catch (IOException e) {
                LOG.warn("A run could not {}", what, e);
                fxThread.execute(() -> notices.show(new Notice(
                        "The run could not " + what + ".",
                        String.valueOf(e.getMessage()),
                        "See that the runs folder can be written and that disk is left.")));
            }
            refresh.run();
        });
    }

    private void settle() {
        Optional<RunNow> now = list.selectedNowProperty().getValue();
        Optional<RunState> state = now.flatMap(run -> run.summary().state());
        Optional<QueueEntry> entry =
                now.flatMap(run -> model.entry(run.summary().id()));
        boolean resting = state.filter(RunState.PAUSED::equals).isPresent()
                || entry.filter(QueueEntry::resting).isPresent();
        boolean active = state.filter(s -> !s.ended()).isPresent();
        canPause.set(active && !resting && !now.filter(RunNow::stopping).isPresent());
        canGoOn.set(active && resting);
        canStopAll.set(list.all().stream().anyMatch(row -> row.now().summary().active()));
        canMoveUp.set(entry.filter(e -> e.place() > 0).isPresent());
        canMoveDown.set(entry.filter(e -> e.waits() && e.place() + 1 < waitingBeside(e.run()))
                .isPresent());
    }

    private long waitingBeside(String run) {
        return model.laneOf(run)
                .map(lane -> lane.entries().stream().filter(QueueEntry::waits).count())
                .orElse(0L);
    }
}
