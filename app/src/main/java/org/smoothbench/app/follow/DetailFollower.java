package org.smoothbench.app.follow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.smoothbench.core.run.GrowingFile;
import org.smoothbench.core.run.LineTail;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.MetricTail;
import org.smoothbench.core.run.RunDirectory;

/** Follows the measurements and the log of the selected run. One thread at a time. */
final class DetailFollower {

    /** More lines than anybody scrolls through; the file has them all. */
    static final int MOST_LOG_LINES = 2000;

    private final RunDirectory run;
    private final GrowingFile metricsFile;
    private final GrowingFile logFile;
    private final List<Measurement> measurements = new ArrayList<>();
    private final Deque<String> lines = new ArrayDeque<>();

    private MetricTail metrics;
    private LineTail log;
    private long firstLine;
    private RunDetail latest;

    DetailFollower(RunDirectory run) {
        this.run = run;
        metricsFile = new GrowingFile(run.metrics());
        logFile = new GrowingFile(run.log());
        metrics = new MetricTail(run);
        log = new LineTail(run.log());
        latest = new RunDetail(run.id(), List.of(), LogLines.NONE);
    }

    RunDirectory run() {
        return run;
    }

    RunDetail poll() throws IOException {
        boolean measured = pollMetrics();
        boolean logged = pollLog();
        if (measured || logged) {
            List<Measurement> all = measured ? measurements : latest.measurements();
            LogLines end = logged ? new LogLines(firstLine, List.copyOf(lines)) : latest.log();
            latest = new RunDetail(run.id(), all, end);
        }
        return latest;
    }

    private boolean pollMetrics() throws IOException {
        GrowingFile.Change change = metricsFile.look();
        if (change == GrowingFile.Change.RESTARTED) {
            metrics = new MetricTail(run);
            measurements.clear();
        }
        return change != GrowingFile.Change.NONE
                && (measurements.addAll(metrics.poll()) || change == GrowingFile.Change.RESTARTED);
    }

    private boolean pollLog() throws IOException {
        GrowingFile.Change change = logFile.look();
        if (change == GrowingFile.Change.RESTARTED) {
            log = new LineTail(run.log());
            lines.clear();
            firstLine = 0;
        }
        if (change == GrowingFile.Change.NONE) {
            return false;
        }
        for (List<String> batch = log.poll(); !batch.isEmpty(); batch = log.poll()) {
            lines.addAll(batch);
            while (lines.size() > MOST_LOG_LINES) {
                lines.removeFirst();
                firstLine++;
            }
        }
        return true;
    }
}
