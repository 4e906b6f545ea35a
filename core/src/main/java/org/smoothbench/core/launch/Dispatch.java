package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WorkerProcess;

/**
 * Starts the waiting runs whose turn it is, once; for whoever holds the queue's lock. What became of runs without the queue's
 * doing, such as being deleted, is taken up on the way.
 */
final class Dispatch {

    private final QueueFile file;
    private final WorkerLauncher launcher;
    private final RunReader reader = new RunReader();
    private final String host = WorkerProcess.current().host();
    private Optional<ProblemException> trouble = Optional.empty();

    Dispatch(QueueFile file, WorkerLauncher launcher) {
        this.file = file;
        this.launcher = launcher;
    }

    /** Why a worker could not be started; then its run and those behind it still wait. */
    Optional<ProblemException> trouble() {
        return trouble;
    }

    QueueState start(QueueState before) throws IOException {
        List<QueueState.Place> started =
                new ArrayList<>(before.started().stream().filter(this::atWork).toList());
        List<QueueState.Place> waiting = new ArrayList<>();
        for (QueueState.Place place : before.waiting()) {
            if (atWork(place)) {
                // Whoever started it died before it could say so.
                started.add(place);
            } else if (waits(place)) {
                waiting.add(place);
            }
        }
        for (QueueState.Place place : List.copyOf(waiting)) {
            if (trouble.isEmpty() && hasTurn(place, started, before.limit(place.lane())) && launch(place, before)) {
                waiting.remove(place);
                started.add(place);
            }
        }
        return before.with(waiting, started);
    }

    private boolean hasTurn(QueueState.Place place, List<QueueState.Place> started, int limit) {
        long atOnce = started.stream()
                .filter(other ->
                        other.lane().equals(place.lane()) && other.host().equals(host))
                .count();
        return atOnce < limit
                && place.host().equals(host)
                && state(place).isPresent()
                && !new ControlRequests(file.run(place.run())).pauseRequested();
    }

    private boolean launch(QueueState.Place place, QueueState queue) {
        try {
            // What a GPU's runs share is the GPU; the others share the processors.
            int share = place.lane().startsWith("gpu") ? 1 : Math.max(1, queue.limit(place.lane()));
            launcher.start(file.run(place.run()), share);
            return true;
        } catch (ProblemException e) {
            trouble = Optional.of(e);
            return false;
        }
    }

    /** Whether a worker has been started for the run and has not ended. */
    boolean atWork(QueueState.Place place) {
        boolean launched = Files.exists(file.run(place.run()).launch());
        return state(place).filter(state -> !state.ended() && launched).isPresent();
    }

    /** A run that cannot be read for a moment keeps its place; one that has gone or was ended by somebody has none. */
    private boolean waits(QueueState.Place place) throws IOException {
        RunDirectory run = file.run(place.run());
        Optional<RunStatus> status = reader.status(run);
        if (status.isEmpty()) {
            return Files.exists(run.experiment());
        }
        if (status.get().state() != RunState.QUEUED) {
            return false;
        }
        ControlRequests requests = new ControlRequests(run);
        if (requests.stopRequested()) {
            status.get().cancelledBeforeItBegan(System.currentTimeMillis()).writeTo(run);
            requests.acknowledgeStop();
            return false;
        }
        return true;
    }

    private Optional<RunState> state(QueueState.Place place) {
        return reader.status(file.run(place.run())).map(RunStatus::state);
    }
}
