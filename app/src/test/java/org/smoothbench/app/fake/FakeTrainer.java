package org.smoothbench.app.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunJournal;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WorkerProcess;

/**
 * Writes run directories after a script, in threads of its own, as a worker process would: obeys requests to stop and pause,
 * and can be slow, leave a torn line, measure what is no number, or crash.
 */
public final class FakeTrainer implements AutoCloseable {

    private final Script script;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** How a run ends of itself. */
    public enum End {
        FINISHED,
        FAILED,
        /** The status stays as it was, and the process is gone. */
        CRASHED,
        /** A crash in the middle of a line. */
        TORN
    }

    /**
     * What each run does.
     *
     * @param epochs how many
     * @param steps measured steps of an epoch
     * @param pauseMillis between steps; 0 writes all at once
     * @param notANumberAt the step whose loss is no number; negative for none
     * @param end after the last step
     * @param better percentage points by which its accuracies are above those of other scripts
     */
    public record Script(int epochs, int steps, long pauseMillis, int notANumberAt, End end, double better) {

        /** A few epochs in about a second. */
        public static final Script SHORT = new Script(3, 8, 40, -1, End.FINISHED);

        /** A script like all others. */
        public Script(int epochs, int steps, long pauseMillis, int notANumberAt, End end) {
            this(epochs, steps, pauseMillis, notANumberAt, end, 0);
        }
    }

    public FakeTrainer(Script script) {
        this.script = script;
    }

    /** Works on runs one after the other, in the background. */
    public void start(List<RunDirectory> runs) {
        threads.add(Thread.ofPlatform().daemon().name("fake-trainer").start(() -> runs.forEach(this::work)));
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Works on one run, on the calling thread. */
    public void work(RunDirectory run) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        try (RunJournal journal = new RunJournal(run)) {
            journal.event("started", "fake training began");
            end(run, journal, train(run, journal));
        } catch (ClosedByInterruptException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private RunState train(RunDirectory run, RunJournal journal) throws IOException, InterruptedException {
        ControlRequests requests = new ControlRequests(run);
        long total = (long) script.epochs * script.steps;
        for (long step = 1; step <= total; step++) {
            waitWhilePaused(run, requests, step);
            if (requests.stopRequested()) {
                requests.acknowledgeStop();
                return RunState.CANCELLED;
            }
            journal.measured(measurement(step));
            if (script.pauseMillis > 0 || step == total) {
                status(run, RunState.RUNNING, step, "training");
            }
            if (script.pauseMillis > 0) {
                Thread.sleep(script.pauseMillis);
            }
        }
        return RunState.FINISHED;
    }

    private void waitWhilePaused(RunDirectory run, ControlRequests requests, long step)
            throws IOException, InterruptedException {
        while (requests.pauseRequested() && !requests.stopRequested()) {
            status(run, RunState.PAUSED, step, "paused on request");
            Thread.sleep(50);
        }
    }

    private Measurement measurement(long step) {
        double epoch = (double) step / script.steps;
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        double loss = 0.8 + 1.5 * Math.exp(-epoch / 3) + noise(step, 1);
        values.put(Metric.TRAIN_LOSS, step == script.notANumberAt ? Double.NaN : loss);
        values.put(Metric.LEARNING_RATE, 0.1 * (1 - epoch / (script.epochs + 1.0)));
        values.put(Metric.IMAGES_PER_SECOND, 500 * (1 + noise(step, 2)));
        if (step % script.steps == 0) {
            values.put(Metric.CLEAN_ACCURACY, 0.7 + script.better / 100 - 0.4 * Math.exp(-epoch / 3) + noise(step, 3));
            values.put(Metric.ROBUST_ACCURACY, 0.4 + script.better / 100 - 0.3 * Math.exp(-epoch / 3) + noise(step, 4));
            values.put(Metric.TEST_EXAMPLES, 500.0);
        }
        return new Measurement(step, epoch, System.currentTimeMillis(), values, Map.of());
    }

    private static double noise(long step, int salt) {
        return 0.02 * Math.sin(step * 12.9898 + salt);
    }

    private void end(RunDirectory run, RunJournal journal, RunState state) throws IOException {
        long total = (long) script.epochs * script.steps;
        if (state == RunState.CANCELLED) {
            status(run, RunState.CANCELLED, total, "stopped on request");
            return;
        }
        FakeRuns gone = new FakeRuns(run.path());
        switch (script.end) {
            case FINISHED -> {
                journal.event("finished", "finished: done");
                status(run, RunState.FINISHED, total, "done");
            }
            case FAILED -> status(run, RunState.FAILED, total, "the loss is not a number");
            case CRASHED -> gone.status(run, RunState.RUNNING, FakeRuns.DEAD, "training");
            case TORN -> {
                gone.torn(run);
                gone.status(run, RunState.RUNNING, FakeRuns.DEAD, "training");
            }
        }
    }

    private void status(RunDirectory run, RunState state, long step, String message) throws IOException {
        long now = System.currentTimeMillis();
        int epoch = state == RunState.FINISHED ? script.epochs : (int) ((step - 1) / script.steps);
        long total = (long) script.epochs * script.steps;
        Progress progress = new Progress(epoch, script.epochs, step, total, 500, (total - step) * 0.05);
        new RunStatus(
                        state,
                        WorkerProcess.current(),
                        now,
                        now,
                        now,
                        state.ended() ? now : 0,
                        progress,
                        "CPU (fake)",
                        message)
                .writeTo(run);
    }
}
