package org.smoothbench.core.launch;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.TrainingObserver;

/**
 * Does a queued run in this process, and at its end starts the one whose turn it is then, in a process of its own. A signal
 * to the process stops the run; those behind it go on waiting until somebody looks at the queue.
 */
public final class QueueWorker {

    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    private static final long LAST_WORDS_SECONDS = 30;

    private final Worker worker = new Worker(new Nobody());
    private final RunQueue queue;
    private volatile boolean told;

    /** A worker for runs of a queue. */
    public QueueWorker(RunQueue queue) {
        this.queue = queue;
    }

    /**
     * Works on a run, and then starts the next one.
     *
     * @return whether the run finished
     */
    public boolean work(RunDirectory run) {
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(done)));
        try {
            boolean finished = finish(run);
            if (!told) {
                startNext();
            }
            return finished;
        } finally {
            done.countDown();
        }
    }

    /** Starts the next run, where the one before could not. */
    public void startNext() {
        try {
            queue.advance();
        } catch (ProblemException e) {
            LOG.error("{}", e.problem().line());
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
        told = true;
        worker.interrupt();
        try {
            if (!done.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the run did not stop in time; its last checkpoint is whole");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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
