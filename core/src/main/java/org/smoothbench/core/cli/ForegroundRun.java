package org.smoothbench.core.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.launch.Preparation;
import org.smoothbench.core.launch.Worker;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.training.CheckpointInfo;

/** A run in the terminal's own process: shown as it goes, stopped cleanly by Ctrl+C. */
final class ForegroundRun {

    private static final long LAST_WORDS_SECONDS = 30;

    private final RunLibrary library;
    private final PrintWriter out;

    ForegroundRun(RunLibrary library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    /**
     * What came of it.
     *
     * @param run where it lies
     * @param status how it ended
     */
    record Result(RunDirectory run, RunStatus status) {

        /** 0 if finished, 130 if stopped, 1 if failed. */
        int exitCode() {
            return switch (status.state()) {
                case FINISHED -> 0;
                case CANCELLED -> 130;
                case QUEUED, RUNNING, PAUSED, FAILED, CRASHED -> 1;
            };
        }
    }

    /**
     * Prepares everything, and only then makes the run directory and trains.
     *
     * @throws org.smoothbench.core.problem.ProblemException if something is wrong with the experiment; nothing is written
     */
    Result run(Experiment experiment) {
        Preparation preparation = Preparation.of(experiment);
        return work(library.create(experiment), experiment, preparation);
    }

    /**
     * Prepares everything, and only then takes up a run that ended before its time.
     *
     * @param requeue makes the run wait for a worker and tells the checkpoint it goes on from
     * @throws org.smoothbench.core.problem.ProblemException if it cannot go on; then it stays as it is
     */
    Result resume(RunDirectory run, Supplier<Optional<CheckpointInfo>> requeue) {
        Experiment experiment = new ExperimentFile().read(run.experiment());
        Preparation preparation = Preparation.of(experiment);
        out.println(requeue.get()
                .map(checkpoint -> "going on from " + checkpoint.folder())
                .orElse("there is no checkpoint; beginning anew"));
        return work(run, experiment, preparation);
    }

    private Result work(RunDirectory run, Experiment experiment, Preparation preparation) {
        out.println(experiment.name() + ": " + experiment.model().label() + ", "
                + experiment.model().activation().label() + ", "
                + experiment.training().method().label());
        out.println("  on " + preparation.engine().deviceLabel() + "; robust accuracy under "
                + experiment.evaluation().attack().label());
        out.println("  " + run.path());
        out.flush();
        TerminalProgress progress = new TerminalProgress(out, onTerminal());
        Worker worker = new Worker(progress);
        RunStatus status = interruptible(worker, () -> worker.work(run, _ -> preparation));
        progress.clear();
        out.println("  " + status.state().label() + ": " + status.message());
        out.flush();
        return new Result(run, status);
    }

    private static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** Work whose process may be asked to end while it goes on. */
    private interface Work {

        RunStatus get();
    }

    private static RunStatus interruptible(Worker worker, Work work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> {
            worker.interrupt();
            awaitQuietly(done);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            done.countDown();
            removeQuietly(hook);
        }
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            if (!done.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("smoothbench: the run did not stop in time; its last checkpoint is whole");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeQuietly(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, which is what the hook is for.
        }
    }
}
