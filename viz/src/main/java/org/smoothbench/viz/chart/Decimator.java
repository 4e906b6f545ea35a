package org.smoothbench.viz.chart;

/**
 * Outlines a curve with at most four points per pixel column and stay: the first, lowest, highest and last. On a pixel
 * grid that looks like all of them, so no spike is lost. A series that returns to a column gets four more there. Points
 * without a place on a scale are gaps.
 */
final class Decimator {
    private final Curve curve;
    private final Scale xScale;
    private final Scale yScale;
    private final double resolution;
    private final PathSink sink;

    private int column;
    private int first = -1;
    private int lowest;
    private int highest;
    private int last;
    private int pointsInLine;

    private Decimator(Curve curve, Scale xScale, Scale yScale, double resolution, PathSink sink) {
        this.curve = curve;
        this.xScale = xScale;
        this.yScale = yScale;
        this.resolution = resolution;
        this.sink = sink;
    }

    /**
     * Sends a curve's outline to a sink.
     *
     * @param resolution pixel columns per logical pixel
     */
    static void outline(Curve curve, Scale xScale, Scale yScale, double resolution, PathSink sink) {
        new Decimator(curve, xScale, yScale, resolution, sink).run();
    }

    private void run() {
        var from = 0;
        var to = curve.size();
        if (curve.isAscending()) {
            // One point beyond either edge, because its line leads into the window.
            from = Math.max(0, curve.firstAbove(Math.nextDown(xScale.domain().min())) - 1);
            to = Math.min(to, curve.firstAbove(xScale.domain().max()) + 1);
        }
        for (var i = from; i < to; i++) {
            if (curve.isDrawn(i) && yScale.hasPlaceFor(curve.y(i)) && xScale.hasPlaceFor(curve.x(i))) {
                add(i);
            } else {
                endLine();
            }
        }
        endLine();
    }

    private void add(int index) {
        var newColumn = (int) Math.floor(xScale.pixel(curve.x(index)) * resolution);
        if (first >= 0 && newColumn == column) {
            lowest = curve.y(index) < curve.y(lowest) ? index : lowest;
            highest = curve.y(index) > curve.y(highest) ? index : highest;
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
        var x = xScale.pixel(curve.x(index));
        var y = yScale.pixel(curve.y(index));
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
            sink.lonelyPoint(xScale.pixel(curve.x(first)), yScale.pixel(curve.y(first)));
        }
        first = -1;
        pointsInLine = 0;
    }
}
