package org.smoothbench.app.charts;

import java.util.ArrayList;
import java.util.List;
import org.smoothbench.app.follow.Measurements;
import org.smoothbench.app.follow.Measurements.Column;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.viz.chart.MeanPoint;
import org.smoothbench.viz.chart.Series;

/**
 * Fills a series with the means over runs, step by step: what is averaged was measured after the same number of steps. On
 * an axis of time a mean lies at the mean of the runs' times.
 */
final class MeanFeed {

    private final ChartLine line;
    private final ChartX x;
    private final Series series;
    private List<State> shown = List.of();

    /** How far a run had been read; tells cheaply whether anything is new. */
    private record State(String runId, long generation, int size, long start) {}

    /** A run's values, and the next one to be averaged. */
    private static final class Head {
        private final Measurements measurements;
        private final Column column;
        private final long start;
        private int next;

        Head(RunDetail detail, ChartLine line) {
            measurements = detail.measurements();
            column = measurements.column(line.metric());
            start = RunTimes.start(detail);
        }

        long step() {
            return next < column.size() ? measurements.step(column.row(next)) : Long.MAX_VALUE;
        }
    }

    MeanFeed(ChartLine line, ChartX x, Series series) {
        this.line = line;
        this.x = x;
        this.series = series;
    }

    void show(List<RunDetail> members) {
        List<State> now = members.stream()
                .map(detail -> new State(
                        detail.runId(),
                        detail.measurements().generation(),
                        detail.measurements().column(line.metric()).size(),
                        RunTimes.start(detail)))
                .toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        series.clear();
        List<Head> heads =
                members.stream().map(detail -> new Head(detail, line)).toList();
        for (long step = least(heads); step < Long.MAX_VALUE; step = least(heads)) {
            series.append(mean(heads, step));
        }
    }

    private static long least(List<Head> heads) {
        long least = Long.MAX_VALUE;
        for (Head head : heads) {
            least = Math.min(least, head.step());
        }
        return least;
    }

    private MeanPoint mean(List<Head> heads, long step) {
        List<Double> values = new ArrayList<>(heads.size());
        double places = 0;
        int count = 0;
        for (Head head : heads) {
            if (head.step() != step) {
                continue;
            }
            // Of several measurements at one step, the last counts.
            while (head.step() == step) {
                head.next++;
            }
            int index = head.next - 1;
            values.add(head.column.value(index) * line.factor());
            places += x.of(head.measurements, head.column.row(index), head.start);
            count++;
        }
        return MeanPoint.of(places / count, values);
    }
}
