package org.smoothbench.app.charts;

import org.smoothbench.app.follow.Measurements;
import org.smoothbench.app.follow.Measurements.Column;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.viz.chart.Series;

/** Fills a series with what a run measured; each time only with what is new. */
final class CurveFeed {

    private final ChartLine line;
    private final ChartX x;
    private final Series series;
    private long generation = -1;
    private long start;
    private int next;

    CurveFeed(ChartLine line, ChartX x, Series series) {
        this.line = line;
        this.x = x;
        this.series = series;
    }

    void show(RunDetail detail) {
        Measurements measurements = detail.measurements();
        long startNow = RunTimes.start(detail);
        boolean moved = x == ChartX.RELATIVE && startNow != start;
        if (generation != measurements.generation() || moved) {
            generation = measurements.generation();
            start = startNow;
            next = 0;
            if (series.size() > 0) {
                series.clear();
            }
        }
        Column column = measurements.column(line.metric());
        for (; next < column.size(); next++) {
            series.append(x.of(measurements, column.row(next), start), column.value(next) * line.factor());
        }
    }
}
