package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.TrainingObserver;

/**
 * Does queued runs one after another in this process. A run that is stopped while it waits is cancelled at once; a signal
 * to the process stops the run at work and cancels those that wait.
 */
public final class QueueWorker {

    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    private static final long LOOK_MILLIS = 500;
    private static final long LAST_WORDS_SECONDS = 30;

    private final Deque<RunDirectory> waiting;
    private final Worker worker = new Worker(new Nobody());

    /** A worker for runs, in this order. */
    public QueueWorker(Collection<RunDirectory> runs) {
        waiting = new ArrayDeque<>(runs);
    }

    /**
     * Works until no run waits.
     *
     * @return whether every run finished
     */
    public boolean work() {
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(done)));
        Thread.ofPlatform().daemon().name("queue").start(this::watchWaiting);
        try {
            boolean allFinished = true;
            for (RunDirectory run = next(); run != null; run = next()) {
                allFinished &= finish(run);
            }
            return allFinished;
        } finally {
            done.countDown();
        }
    }

    private boolean finish(RunDirectory run) {
        try {
            return worker.work(run).state() == RunState.FINISHED;
        } catch (ProblemException e) {
            LOG.error("{}", e.problem().line());
            return false;
        }
    }

    /** Waits for the work and not for its thread, which would itself wait in {@code System.exit} for this to end. */
    private void stop(CountDownLatch done) {
        worker.interrupt();
        try {
            if (!done.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the run did not stop in time; its last checkpoint is whole");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable RunDirectory next() {
        return waiting.poll();
    }

    private void watchWaiting() {
        while (!Thread.currentThread().isInterrupted()) {
            cancelStopped();
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void cancelStopped() {
        for (RunDirectory run : List.copyOf(waiting)) {
            ControlRequests requests = new ControlRequests(run);
            if (requests.stopRequested() && waiting.remove(run)) {
                cancel(run, requests);
            }
        }
    }

    private static void cancel(RunDirectory run, ControlRequests requests) {
        new RunReader().status(run).ifPresent(status -> {
            try {
                status.cancelledBeforeItBegan(System.currentTimeMillis()).writeTo(run);
                requests.acknowledgeStop();
            } catch (IOException e) {
                LOG.warn("{} could not be cancelled", run.id(), e);
            }
        });
    }

    /** Watches nothing: the run directory says it all. */
    private static final class Nobody implements TrainingObserver {

        @Override
        public void measured(Measurement measurement) {}

        @Override
        public void progressed(Progress progress, String activity) {}

        @Override
        public void noticed(String type, String message) {}

        @Override
        public void saved(Path checkpoint, CheckpointInfo.Position position) {}
    }
}
