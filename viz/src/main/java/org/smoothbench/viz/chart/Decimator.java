package org.smoothbench.viz.chart;

/**
 * Outlines a series with at most four points per pixel column and stay: the first, lowest, highest and last. On a pixel
 * grid that looks like all of them, so no spike is lost. A series that returns to a column gets four more there.
 */
final class Decimator {
    private final Series series;
    private final LinearScale xScale;
    private final LinearScale yScale;
    private final PathSink sink;

    private int column;
    private int first = -1;
    private int lowest;
    private int highest;
    private int last;
    private int pointsInLine;

    private Decimator(Series series, LinearScale xScale, LinearScale yScale, PathSink sink) {
        this.series = series;
        this.xScale = xScale;
        this.yScale = yScale;
        this.sink = sink;
    }

    static void outline(Series series, LinearScale xScale, LinearScale yScale, PathSink sink) {
        new Decimator(series, xScale, yScale, sink).run();
    }

    private void run() {
        var from = 0;
        var to = series.size();
        if (series.isAscending()) {
            // One point beyond either edge, because its line leads into the window.
            from = Math.max(0, series.firstAbove(Math.nextDown(xScale.domain().min())) - 1);
            to = Math.min(to, series.firstAbove(xScale.domain().max()) + 1);
        }
        for (var i = from; i < to; i++) {
            if (series.isDrawn(i)) {
                add(i);
            } else {
                endLine();
            }
        }
        endLine();
    }

    private void add(int index) {
        var newColumn = (int) Math.floor(xScale.pixel(series.x(index)));
        if (first >= 0 && newColumn == column) {
            lowest = series.y(index) < series.y(lowest) ? index : lowest;
            highest = series.y(index) > series.y(highest) ? index : highest;
            last = index;
            return;
        }
        flushColumn();
        column = newColumn;
        first = index;
        lowest = index;
        highest = index;
        last = index;
    }

    private void flushColumn() {
        if (first < 0) {
            return;
        }
        emit(first);
        var earlier = Math.min(lowest, highest);
        var later = Math.max(lowest, highest);
        if (earlier > first) {
            emit(earlier);
        }
        if (later > Math.max(first, earlier)) {
            emit(later);
        }
        if (last > later) {
            emit(last);
        }
    }

    private void emit(int index) {
        var x = xScale.pixel(series.x(index));
        var y = yScale.pixel(series.y(index));
        if (pointsInLine == 0) {
            sink.moveTo(x, y);
        } else {
            sink.lineTo(x, y);
        }
        pointsInLine++;
    }

    private void endLine() {
        flushColumn();
        if (pointsInLine == 1) {
            sink.lonelyPoint(xScale.pixel(series.x(first)), yScale.pixel(series.y(first)));
        }
        first = -1;
        pointsInLine = 0;
    }
}
