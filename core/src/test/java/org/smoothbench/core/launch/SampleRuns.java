package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.data.SampleExtract;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.MetricTail;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;

/** Runs on the sample images that are small enough to be made for one test, in a folder of that test. */
final class SampleRuns {

    private final Path root;
    private final RunLibrary library;

    SampleRuns(Path root) {
        this.root = root;
        library = new RunLibrary(root, Clock.systemUTC());
    }

    RunLibrary library() {
        return library;
    }

    /** The process that works on a run. */
    static ProcessHandle worker(RunDirectory run) {
        return ProcessHandle.of(Objects.requireNonNull(status(run).worker()).pid())
                .orElseThrow();
    }

    /** One epoch of a narrow network, in steps of 20 images. */
    static Experiment experiment(Map<String, String> changes) {
        Map<String, String> small = new LinkedHashMap<>(Map.of(
                "model.width", "8",
                "training.batchSize", "20",
                "training.epochs", "1",
                "evaluation.examples", "20",
                "evaluation.attack.steps", "1",
                "runtime.threads", "1",
                "runtime.device", "cpu"));
        small.putAll(changes);
        return new ExperimentFile().read(SampleExperiments.installed().demo().getLast(), small);
    }

    RunDirectory create(Map<String, String> changes) {
        Map<String, String> onExtract = new LinkedHashMap<>(changes);
        onExtract.computeIfAbsent(
                "data.path", _ -> SampleExtract.write(root.resolve("images")).toString());
        return library.create(experiment(onExtract));
    }

    /** A run that goes on until it is stopped. */
    RunDirectory createEndless() {
        return create(Map.of("training.epochs", "100000"));
    }

    static RunStatus status(RunDirectory run) {
        return new RunReader().status(run).orElseThrow();
    }

    static RunStatus awaitState(RunDirectory run, RunState state, Duration atMost) {
        await(run, "state " + state, () -> status(run).state() == state, atMost);
        return status(run);
    }

    static void awaitMeasurement(RunDirectory run, Duration atMost) {
        MetricTail tail = new MetricTail(run);
        await(
                run,
                "a measurement",
                () -> {
                    try {
                        return !tail.poll().isEmpty();
                    } catch (IOException _) {
                        return false;
                    }
                },
                atMost);
    }

    static void await(RunDirectory run, String what, BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("%s within %s; it is %s", what, atMost, status(run))
                    .isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
