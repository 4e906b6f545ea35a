package org.smoothbench.app.follow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.results.ResultsFollower;
import org.smoothbench.app.results.RunResults;
import org.smoothbench.core.run.GrowingFile;
import org.smoothbench.core.run.LineTail;
import org.smoothbench.core.run.MetricTail;
import org.smoothbench.core.run.RunDirectory;

/** Follows the measurements and events of one run, and its log while that is wanted. One thread at a time. */
final class DetailFollower {

    /** More lines than anybody scrolls through; the file has them all. */
    static final int MOST_LOG_LINES = 2000;

    private final RunDirectory run;
    private final GrowingFile metricsFile;
    private final MeasurementTable table = new MeasurementTable();
    private final GrowingFile eventsFile;
    private final ResultsFollower results;
    private final List<RunEvent> events = new ArrayList<>();

    private MetricTail metrics;
    private boolean backlog;
    private LineTail eventLines;
    private @Nullable LogFollower log;
    private RunDetail latest;

    DetailFollower(RunDirectory run) {
        this.run = run;
        metricsFile = new GrowingFile(run.metrics());
        metrics = new MetricTail(run);
        eventsFile = new GrowingFile(run.events());
        eventLines = new LineTail(run.events());
        results = new ResultsFollower(run);
        latest = RunDetail.unread(run.id());
    }

    /**
     * What is known now.
     *
     * @param withLog whether the log is wanted
     * @param timeLeft asked before each further part of a long file; the rest comes with the next call
     */
    RunDetail poll(boolean withLog, BooleanSupplier timeLeft) throws IOException {
        boolean measured = pollMetrics(timeLeft);
        boolean happened = pollEvents();
        RunResults found = results.poll();
        LogLines lines = pollLog(withLog);
        boolean finding = !found.equals(latest.results());
        if (measured || happened || finding || !lines.equals(latest.log()) || latest.complete() == backlog) {
            latest = new RunDetail(
                    run.id(),
                    measured ? table.snapshot() : latest.measurements(),
                    happened ? events : latest.events(),
                    found,
                    lines,
                    !backlog);
        }
        return latest;
    }

    private boolean pollMetrics(BooleanSupplier timeLeft) throws IOException {
        GrowingFile.Change change = metricsFile.look();
        if (change == GrowingFile.Change.RESTARTED) {
            metrics = new MetricTail(run);
            table.restart();
        }
        if (change == GrowingFile.Change.NONE && !backlog) {
            return false;
        }
        do {
            backlog = metrics.pollSome(table::add);
        } while (backlog && timeLeft.getAsBoolean());
        return true;
    }

    private boolean pollEvents() throws IOException {
        GrowingFile.Change change = eventsFile.look();
        if (change == GrowingFile.Change.RESTARTED) {
            eventLines = new LineTail(run.events());
            events.clear();
        }
        if (change == GrowingFile.Change.NONE) {
            return false;
        }
        for (List<String> batch = eventLines.poll(); !batch.isEmpty(); batch = eventLines.poll()) {
            batch.forEach(line -> RunEvent.read(line).ifPresent(events::add));
        }
        return true;
    }

    private LogLines pollLog(boolean wanted) throws IOException {
        if (!wanted) {
            log = null;
            return LogLines.NONE;
        }
        if (log == null) {
            log = new LogFollower(run);
        }
        return log.poll();
    }

    /** Follows the end of a log. */
    private static final class LogFollower {

        private final RunDirectory run;
        private final GrowingFile file;
        private final Deque<String> lines = new ArrayDeque<>();
        private LineTail tail;
        private long firstLine;
        private LogLines latest = LogLines.NONE;

        LogFollower(RunDirectory run) {
            this.run = run;
            file = new GrowingFile(run.log());
            tail = new LineTail(run.log());
        }

        LogLines poll() throws IOException {
            GrowingFile.Change change = file.look();
            if (change == GrowingFile.Change.NONE) {
                return latest;
            }
            if (change == GrowingFile.Change.RESTARTED) {
                tail = new LineTail(run.log());
                lines.clear();
                firstLine = 0;
            }
            for (List<String> batch = tail.poll(); !batch.isEmpty(); batch = tail.poll()) {
                lines.addAll(batch);
                while (lines.size() > MOST_LOG_LINES) {
                    lines.removeFirst();
                    firstLine++;
                }
            }
            latest = new LogLines(firstLine, List.copyOf(lines));
            return latest;
        }
    }
}
