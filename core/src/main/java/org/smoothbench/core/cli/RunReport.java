package org.smoothbench.core.cli;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunFollower;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;

/** What the files of a run say at one moment, in the words of the command line. */
final class RunReport {

    private final RunSummary summary;

    private RunReport(RunSummary summary) {
        this.summary = summary;
    }

    static RunReport read(RunDirectory run) throws IOException {
        return new RunReport(new RunFollower(run, new RunReader()).poll());
    }

    RunDirectory run() {
        return summary.directory();
    }

    Optional<RunStatus> status() {
        return summary.status();
    }

    Optional<Experiment> experiment() {
        return summary.experiment();
    }

    Optional<Measurement> accuracy() {
        return summary.lastEvaluation();
    }

    String state() {
        return status().map(s -> s.state().label()).orElse("damaged");
    }

    String activation() {
        return experiment().map(e -> e.model().activation().label()).orElse("?");
    }

    /** A share as {@code 81.23 %}, or a dash if it was not measured. */
    String percent(Metric metric) {
        OptionalDouble value = accuracy().map(m -> m.value(metric)).orElse(OptionalDouble.empty());
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f %%", 100 * value.getAsDouble()) : "-";
    }

    /** Epochs done and all of them. */
    String epochs() {
        return status().map(s -> s.progress().epoch() + "/"
                        + experiment()
                                .map(e -> e.training().epochs())
                                .orElse(s.progress().epochs()))
                .orElse("-");
    }

    /** The time left while the run is going on, or a dash. */
    String eta() {
        return status().filter(s -> !s.state().ended())
                .map(s -> Durations.text(s.progress().etaSeconds()))
                .orElse("-");
    }

    JsonObject json() {
        JsonObject object = new JsonObject();
        object.addProperty("id", run().id());
        object.addProperty("path", run().path().toString());
        object.addProperty("state", state());
        experiment().ifPresent(e -> object.addProperty("name", e.name()));
        experiment()
                .ifPresent(e ->
                        object.addProperty("activation", e.model().activation().label()));
        status().ifPresent(s -> object.add("status", new Gson().toJsonTree(s)));
        accuracy().ifPresent(m -> {
            object.addProperty("epoch", m.epoch());
            m.value(Metric.CLEAN_ACCURACY).ifPresent(v -> object.addProperty("cleanAccuracy", v));
            m.value(Metric.ROBUST_ACCURACY).ifPresent(v -> object.addProperty("robustAccuracy", v));
            m.value(Metric.TEST_EXAMPLES).ifPresent(v -> object.addProperty("examples", (long) v));
        });
        return object;
    }
}
