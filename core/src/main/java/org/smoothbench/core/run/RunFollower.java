package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.ProblemException;

/** Follows what one run says of itself: its state and its last accuracies. One thread at a time. */
public final class RunFollower {

    private static final Logger LOG = LoggerFactory.getLogger(RunFollower.class);

    private final RunDirectory run;
    private final RunReader reader;
    private final Optional<Experiment> experiment;
    private final GrowingFile metricsFile;

    private MetricTail metrics;
    private Optional<Measurement> lastEvaluation = Optional.empty();
    private Optional<RunStatus> status = Optional.empty();
    private @Nullable FileTime statusTime;

    /** Follows a run from its first measurement. */
    public RunFollower(RunDirectory run, RunReader reader) {
        this.run = run;
        this.reader = reader;
        // Frozen when the run was created, so once is enough.
        experiment = readExperiment(run);
        metricsFile = new GrowingFile(run.metrics());
        metrics = new MetricTail(run);
    }

    /** What the files say now; only what changed since the last call is read. */
    public RunSummary poll() throws IOException {
        pollStatus();
        pollMetrics();
        boolean active = status.filter(s -> !s.state().ended()).isPresent();
        return new RunSummary(
                run, experiment, status, lastEvaluation, active && new ControlRequests(run).stopRequested());
    }

    private void pollStatus() {
        FileTime time = statusTime();
        boolean ended = status.filter(s -> s.state().ended()).isPresent();
        // What has ended stays so until somebody writes the file; what has not must be judged anew each time.
        if (!ended || time == null || !time.equals(statusTime)) {
            status = reader.status(run);
            statusTime = time;
        }
    }

    private @Nullable FileTime statusTime() {
        try {
            return Files.readAttributes(run.status(), BasicFileAttributes.class).lastModifiedTime();
        } catch (IOException _) {
            return null;
        }
    }

    private void pollMetrics() throws IOException {
        switch (metricsFile.look()) {
            case NONE -> {
                return;
            }
            case GROWN -> {}
            case RESTARTED -> {
                metrics = new MetricTail(run);
                lastEvaluation = Optional.empty();
            }
        }
        for (Measurement measurement : metrics.poll()) {
            if (measurement.value(Metric.CLEAN_ACCURACY).isPresent()
                    || measurement.value(Metric.ROBUST_ACCURACY).isPresent()) {
                lastEvaluation = Optional.of(measurement);
            }
        }
    }

    private static Optional<Experiment> readExperiment(RunDirectory run) {
        try {
            return Optional.of(new ExperimentFile().read(run.experiment()));
        } catch (ProblemException e) {
            LOG.warn("The specification of run {} cannot be read: {}", run.id(), e.getMessage());
            return Optional.empty();
        }
    }
}
