package org.smoothbench.core.launch;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunJournal;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.StatusKeeper;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.TrainingEnd;
import org.smoothbench.core.training.TrainingLoop;
import org.smoothbench.core.training.TrainingObserver;

/**
 * Does the work of runs, in the process and on the thread it is called on, and leaves everything in the run directory. The
 * window's workers, a cluster's jobs and a run typed in a terminal all come here.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final TrainingObserver spectator;
    private final AtomicBoolean interrupted = new AtomicBoolean();

    /** A worker whose work is also watched by somebody in the same process. */
    public Worker(TrainingObserver spectator) {
        this.spectator = spectator;
    }

    /** Asks the run at work, and those after it, to stop at the next step; for signal handlers, from any thread. */
    public void interrupt() {
        interrupted.set(true);
    }

    /** Works on a run, reading its data first. */
    public RunStatus work(RunDirectory run) {
        return work(run, Preparation::of);
    }

    /**
     * Works on a run to its end.
     *
     * @param preparation gives data and device; what it gives is closed here
     * @return the final status, which is also in the run directory
     * @throws ProblemException if the run is not free to be worked on or its folder cannot be written
     */
    public RunStatus work(RunDirectory run, Function<Experiment, Preparation> preparation) {
        if (!Files.isRegularFile(run.experiment())) {
            throw notARun(run);
        }
        try (FileChannel channel = FileChannel.open(
                        run.path().resolve("worker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock == null) {
                throw new Problem.Usage(
                                "another worker is at this run", run.path().toString(), "wait for it or stop it")
                        .asException();
            }
            RunStatus last = new RunReader().status(run).orElseThrow(() -> notARun(run));
            if (last.state() != RunState.QUEUED) {
                throw new Problem.Usage(
                                "the run is " + last.state().label(), run.path().toString(), "start a new run instead")
                        .asException();
            }
            return record(run, last, preparation);
        } catch (IOException e) {
            throw new Problem.RunFailure(
                            "the run directory cannot be written: " + e,
                            run.path().toString(),
                            "see that disk is left")
                    .asException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static ProblemException notARun(RunDirectory run) {
        return new Problem.Usage("no run lies here", run.path().toString(), "see the runs with: smoothbench list")
                .asException();
    }

    private RunStatus record(RunDirectory run, RunStatus last, Function<Experiment, Preparation> preparation)
            throws IOException {
        RunJournal.rewind(
                run,
                new Checkpoints(run)
                        .info("last")
                        .map(checkpoint -> checkpoint.position().step())
                        .orElse(0L));
        try (StatusKeeper status = new StatusKeeper(run, last, "reading the data");
                RunJournal journal = new RunJournal(run)) {
            try {
                journal.event("started", "worker started");
                TrainingEnd why = train(run, preparation, status, journal);
                end(status, journal, state(why), reason(why));
            } catch (ProblemException e) {
                LOG.debug("run {} failed", run.id(), e);
                end(status, journal, RunState.FAILED, e.problem().line());
            } catch (IOException | RuntimeException | Error e) {
                LOG.error("run {} failed", run.id(), e);
                end(status, journal, RunState.FAILED, failure(e));
            }
            new ControlRequests(run).acknowledgeStop();
        }
        return new RunReader().status(run).orElseThrow(() -> notARun(run));
    }

    private static RunState state(TrainingEnd why) {
        return switch (why) {
            case ALL_EPOCHS, EARLY, COLLAPSED -> RunState.FINISHED;
            case ON_REQUEST -> RunState.CANCELLED;
        };
    }

    private static String reason(TrainingEnd why) {
        return switch (why) {
            case ALL_EPOCHS -> "done";
            case EARLY -> "ended early: robust accuracy had stopped rising";
            case COLLAPSED -> "ended at a collapse (catastrophic overfitting); the best checkpoint was taken before";
            case ON_REQUEST -> "stopped on request";
        };
    }

    private static String failure(Throwable fault) {
        String text = String.valueOf(fault.getMessage());
        return text.contains("out of memory") || fault instanceof OutOfMemoryError
                ? "out of memory: lower training.batchSize or evaluation.batchSize"
                : fault.getClass().getSimpleName() + ": "
                        + text.lines().findFirst().orElse("") + " (see log.txt)";
    }

    private static void end(StatusKeeper status, RunJournal journal, RunState state, String message)
            throws IOException {
        journal.event(state.label(), state.label() + ": " + message);
        status.end(state, message);
    }

    private TrainingEnd train(
            RunDirectory run, Function<Experiment, Preparation> preparation, StatusKeeper status, RunJournal journal)
            throws IOException {
        StepGate stop = new StepGate(new ControlRequests(run), interrupted, status, journal, spectator);
        Experiment experiment = new ExperimentFile().read(run.experiment());
        if (stop.getAsBoolean()) {
            return TrainingEnd.ON_REQUEST;
        }
        Checkpoints checkpoints = new Checkpoints(run);
        RunRecorder recorder = new RunRecorder(journal, status, spectator);
        try (Preparation prepared = preparation.apply(experiment);
                TrainingLoop loop =
                        new TrainingLoop(prepared.engine(), experiment, prepared.data(), checkpoints, recorder)) {
            EnvironmentReport environment = EnvironmentReport.of(prepared.engine());
            WholeFile.replace(
                    run.environment(),
                    new GsonBuilder().setPrettyPrinting().create().toJson(environment));
            status.update(now -> now.on(environment.device()));
            journal.log(experiment.model().label() + ", "
                    + experiment.model().activation().label() + ", "
                    + loop.network().parameterCount() + " parameters, on " + environment.device());
            journal.log("training: " + experiment.training().method().label() + "; "
                    + prepared.data().train().size() + " images, "
                    + experiment.training().epochs() + " epochs");
            ImageReport images = new ImageReport(prepared.data(), recorder, journal);
            images.atTheStart();
            journal.log("robust accuracy: " + experiment.evaluation().attack().label());
            Optional<CheckpointInfo> checkpoint = checkpoints.info("last");
            if (checkpoint.isPresent()) {
                loop.resume(checkpoint.get());
                journal.event(
                        "resumed",
                        "going on from checkpoint " + checkpoint.get().folder());
            }
            TrainingEnd end = loop.run(stop);
            images.atTheEnd();
            return end;
        }
    }
}
