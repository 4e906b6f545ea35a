package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
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

    private final RunLibrary library;

    SampleRuns(Path root) {
        library = new RunLibrary(root, Clock.systemUTC());
    }

    /** One epoch of a narrow network; 20 steps of 100 images. */
    static Experiment experiment(Map<String, String> changes) {
        Map<String, String> small = new LinkedHashMap<>(Map.of(
                "model.width", "2",
                "training.epochs", "1",
                "evaluation.examples", "20",
                "evaluation.attack.steps", "1",
                "runtime.threads", "1",
                "runtime.device", "cpu"));
        small.putAll(changes);
        return new ExperimentFile().read(SampleExperiments.installed().demo().getLast(), small);
    }

    RunDirectory create(Map<String, String> changes) {
        return library.create(experiment(changes));
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

    private static void await(RunDirectory run, String what, BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(condition.getAsBoolean())
                .as("%s within %s; it is %s", what, atMost, status(run))
                .isTrue();
    }
}
