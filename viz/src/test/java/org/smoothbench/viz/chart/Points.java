package org.smoothbench.viz.chart;

import java.util.ArrayList;
import java.util.List;

/** Series and outlines for tests. */
final class Points {
    private Points() {}

    /** A solid series on the left axis of x and y in turn. */
    static Series series(double... xy) {
        return fill(new Series("test", AxisSide.LEFT, 0, LineStyle.SOLID), xy);
    }

    static Series fill(Series series, double... xy) {
        for (var i = 0; i < xy.length; i += 2) {
            series.append(xy[i], xy[i + 1]);
        }
        return series;
    }

    /** An outline with one pixel per unit of x and of y, written as "M x,y L x,y P x,y". */
    static List<String> outline(Series series, Range x) {
        var path = new ArrayList<String>();
        Decimator.outline(
                series,
                new LinearScale(x, 0, x.width()),
                new LinearScale(new Range(0, 1000), 0, 1000),
                1,
                new PathSink() {
                    @Override
                    public void moveTo(double px, double py) {
                        path.add("M" + point(px, py));
                    }

                    @Override
                    public void lineTo(double px, double py) {
                        path.add("L" + point(px, py));
                    }

                    @Override
                    public void lonelyPoint(double px, double py) {
                        path.add("P" + point(px, py));
                    }
                });
        return path;
    }

    private static String point(double x, double y) {
        return Numbers.reading(Math.rint(x * 1e6) / 1e6) + "," + Numbers.reading(Math.rint(y * 1e6) / 1e6);
    }
}
