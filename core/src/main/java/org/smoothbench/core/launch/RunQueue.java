package org.smoothbench.core.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.WorkerProcess;

/**
 * The queue of a runs folder: runs wait in lanes, one for each device their specifications name, and so many of a lane work at
 * once, each in a process of its own. Safe for any thread and any number of processes; does file work, so not for the FX
 * thread.
 *
 * <p>Nobody rules the queue. It is a file that only the holder of a lock changes, and {@link #advance} is the one step: while
 * fewer runs of a lane are at work than may be, as their own directories and the process table say, the next one gets a
 * worker. Everybody takes this step when there is reason to: who adds a run, a worker when its run has ended, the shell that
 * started the worker if that died, and whoever looks, in case all of these were killed. So a crash of one run strands none
 * behind it, a run that waits is simply queued whatever happens to others, and none is taken twice: a run has its
 * {@code launch.json} before the lock is given back, and a worker holds the run's own lock.
 *
 * <p>A run that waits is held by a request to pause, as one at work is, and keeps its place. A run that has paused at work
 * keeps its memory and therefore counts as one of its lane. A run is started on the host it was queued on only.
 */
public final class RunQueue {

    private static final Pattern LANE = Pattern.compile("auto|cpu|gpu:\\d{1,3}");

    private final QueueFile file;
    private final WorkerLauncher launcher;

    /** The queue of a library, whose workers the launcher starts. */
    public RunQueue(RunLibrary library, WorkerLauncher launcher) {
        file = new QueueFile(library.root());
        this.launcher = launcher;
    }

    /**
     * Lets runs wait behind all others, in this order, and starts those whose turn it is.
     *
     * @throws ProblemException if the queue cannot be written, or no worker can be started; then they wait all the same
     */
    public void enqueue(List<RunDirectory> runs) {
        change(now -> {
            List<QueueState.Place> waiting = new ArrayList<>(now.waiting());
            runs.stream()
                    .filter(run -> !now.waits(run.id()))
                    .map(QueueFile::place)
                    .forEach(waiting::add);
            return now.with(waiting, now.started());
        });
    }

    /**
     * Lets a run that was stopped, failed or crashed wait again; it goes on from its last checkpoint.
     *
     * @throws ProblemException if it cannot go on, as {@link RunResumer#requeue} says
     */
    public void retry(RunDirectory run) {
        new RunResumer().requeue(run, false);
        enqueue(List.of(run));
    }

    /** Starts the runs whose turn it is; nothing happens if there are none. */
    public void advance() {
        try {
            if (file.exists() && !file.read().waiting().isEmpty()) {
                change(now -> now);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Moves a waiting run within its lane.
     *
     * @param index its place among those that wait in the lane, 0 for the next; what is out of range means the end
     * @throws ProblemException if the run does not wait
     */
    public void move(String run, int index) {
        change(now -> {
            requireWaiting(now, run);
            return now.moved(run, index);
        });
    }

    /**
     * Lets a run that was queued on another host wait for this one.
     *
     * @throws ProblemException if the run does not wait
     */
    public void takeOver(String run) {
        change(now -> {
            requireWaiting(now, run);
            return now.with(
                    now.waiting().stream()
                            .map(place -> place.run().equals(run) ? QueueFile.place(file.run(run)) : place)
                            .toList(),
                    now.started());
        });
    }

    /**
     * Sets how many runs of a lane work at once; runs at work stay.
     *
     * @param lane {@code auto}, {@code cpu} or {@code gpu:N}
     * @param limit 0 to 64; 0 lets all wait
     * @throws ProblemException if either is anything else
     */
    public void limit(String lane, int limit) {
        if (!LANE.matcher(lane).matches()) {
            throw new Problem.Usage("there is no lane \"" + lane + "\"", "", "give auto, cpu or gpu:N").asException();
        }
        if (limit < 0 || limit > QueueState.MOST_AT_ONCE) {
            throw new Problem.Usage(limit + " runs cannot work at once", lane, "give 0 to " + QueueState.MOST_AT_ONCE)
                    .asException();
        }
        change(now -> now.withLimit(lane, limit));
    }

    /** The queue as it is. */
    public QueueSnapshot look() {
        try {
            QueueState now = file.read();
            Dispatch states = new Dispatch(file, launcher);
            TreeSet<String> lanes = new TreeSet<>(now.limits().keySet());
            Stream.concat(now.started().stream(), now.waiting().stream())
                    .map(QueueState.Place::lane)
                    .forEach(lanes::add);
            return new QueueSnapshot(
                    lanes.stream().map(lane -> lane(now, lane, states)).toList());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private QueueSnapshot.Lane lane(QueueState now, String lane, Dispatch states) {
        return new QueueSnapshot.Lane(
                lane,
                now.limit(lane),
                now.started().stream()
                        .filter(place -> place.lane().equals(lane) && states.atWork(place))
                        .map(QueueState.Place::run)
                        .toList(),
                now.waiting().stream()
                        .filter(place -> place.lane().equals(lane))
                        .map(this::waiting)
                        .toList());
    }

    private QueueSnapshot.Waiting waiting(QueueState.Place place) {
        return new QueueSnapshot.Waiting(
                place.run(),
                new ControlRequests(file.run(place.run())).pauseRequested(),
                Optional.of(place.host())
                        .filter(host -> !host.equals(WorkerProcess.current().host())));
    }

    private static void requireWaiting(QueueState now, String run) {
        if (!now.waits(run)) {
            throw new Problem.Usage("the run does not wait in the queue", run, "see: smoothbench queue").asException();
        }
    }

    /** Makes a change and then starts what has its turn, all under one lock. */
    private void change(QueueFile.Edit edit) {
        Dispatch dispatch = new Dispatch(file, launcher);
        try {
            file.change(now -> dispatch.start(edit.edit(now)));
        } catch (IOException e) {
            throw unwritable(e);
        }
        dispatch.trouble().ifPresent(trouble -> {
            throw trouble;
        });
    }

    private static ProblemException unwritable(IOException e) {
        return new Problem.Usage(
                        "the queue of runs cannot be read or written: " + e.getMessage(),
                        "queue.json",
                        "see that the runs folder can be written and that disk is left")
                .asException(e);
    }
}
