package org.smoothbench.app.fake;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.run.WorkerProcess;

/** Writes run directories as a worker would, without one. */
public final class FakeRuns {

    /** A process that has ended for sure. */
    public static final WorkerProcess DEAD =
            new WorkerProcess(WorkerProcess.current().host(), 99_999_999, 0);

    private final Path root;

    public FakeRuns(Path root) {
        this.root = root;
    }

    public RunDirectory create(String id, String name, String activation) throws IOException {
        RunDirectory run = new RunDirectory(root.resolve(id));
        Files.createDirectories(run.control());
        Files.writeString(run.experiment(), """
                {"schema": 1, "name": "%s",
                 "data": {"type": "cifar10-binary", "path": "/nowhere"},
                 "model": {"type": "resnet", "depth": 8, "width": 12, "activation": "%s"},
                 "training": {"epochs": 15,
                   "method": {"type": "adversarial", "attack": {"epsilon": 8, "stepSize": 8, "steps": 1}}},
                 "evaluation": {"examples": 500}}
                """.formatted(name, activation));
        return run;
    }

    /** Gives a run a seed of its own in place of 0. */
    public void seed(RunDirectory run, int seed) throws IOException {
        change(run, "\"evaluation\"", "\"runtime\": {\"seed\": " + seed + "}, \"evaluation\"");
    }

    /** Lets the averaged weights of a run be judged. */
    public void averaging(RunDirectory run) throws IOException {
        change(run, "\"epochs\"", "\"averaging\": {\"type\": \"ema\"}, \"epochs\"");
    }

    private static void change(RunDirectory run, String place, String replacement) throws IOException {
        Files.writeString(run.experiment(), Files.readString(run.experiment()).replace(place, replacement));
    }

    public RunDirectory running(String id, String name) throws IOException {
        RunDirectory run = create(id, name, "silu");
        status(run, RunState.RUNNING, WorkerProcess.current(), "training");
        log(run, "training began");
        epoch(run, 1, 0.412, 0.205, 2.01);
        epoch(run, 2, 0.523, 0.251, 1.72);
        return run;
    }

    public RunDirectory finished(String id, String name) throws IOException {
        RunDirectory run = create(id, name, "relu");
        Files.createDirectories(run.checkpoints());
        epoch(run, 15, 0.701, 0.334, 1.2);
        status(run, RunState.FINISHED, DEAD, "done");
        return run;
    }

    /** Lets a finished run have been made at a moment. */
    public void created(RunDirectory run, long millis) throws IOException {
        WholeFile.replace(
                run.status(),
                new Gson()
                        .toJson(new RunStatus(
                                RunState.FINISHED,
                                DEAD,
                                millis,
                                millis,
                                millis,
                                millis,
                                new Progress(15, 15, 100, 100, 300, 0),
                                "CPU (2 threads)",
                                "done")));
    }

    public void status(RunDirectory run, RunState state, @Nullable WorkerProcess worker, String message)
            throws IOException {
        long now = System.currentTimeMillis();
        Progress progress = state == RunState.QUEUED ? Progress.NONE : new Progress(6, 15, 41, 100, 300, 120);
        WholeFile.replace(
                run.status(),
                new Gson()
                        .toJson(new RunStatus(state, worker, now, now, now, 0, progress, "CPU (2 threads)", message)));
    }

    public void epoch(RunDirectory run, int epoch, double clean, double robust, double loss) throws IOException {
        append(
                run.metrics(),
                String.format(
                        Locale.ROOT,
                        "{\"step\":%d,\"epoch\":%d,\"time\":%d,\"train.loss\":%s,\"test.cleanAccuracy\":%s,"
                                + "\"test.robustAccuracy\":%s,\"test.examples\":500}%n",
                        epoch * 10,
                        epoch,
                        epoch * 1000L,
                        loss,
                        clean,
                        robust));
    }

    public void notANumber(RunDirectory run, double epoch) throws IOException {
        append(run.metrics(), "{\"step\":25,\"epoch\":" + epoch + ",\"time\":1,\"train.loss\":\"NaN\"}\n");
    }

    public void torn(RunDirectory run) throws IOException {
        append(run.metrics(), "{\"step\":30,\"epoch\":3,\"time\":3,\"test.cleanAccuracy\":0.99");
    }

    public void log(RunDirectory run, String line) throws IOException {
        append(run.log(), line + "\n");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
