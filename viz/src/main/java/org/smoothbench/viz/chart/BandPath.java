package org.smoothbench.viz.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

/** Fills the band about a series, e.g. of one standard deviation on either side of means. */
final class BandPath {
    /** Half the width of a band that has only one point. */
    private static final double LONELY = 3;

    private final Surface surface;
    private final Scale xScale;
    private final Scale yScale;

    BandPath(Surface surface, Scale xScale, Scale yScale) {
        this.surface = surface;
        this.xScale = xScale;
        this.yScale = yScale;
    }

    void fill(Series means, Color colour) {
        var upper = runs(new Edge(means, 1, yScale));
        var lower = runs(new Edge(means, -1, yScale));
        // Both edges have the same gaps, hence the same runs.
        for (var i = 0; i < upper.size(); i++) {
            fill(upper.get(i), lower.get(i).reversed(), colour);
        }
    }

    private void fill(List<double[]> there, List<double[]> back, Color colour) {
        var count = there.size() + back.size();
        var lonely = count == 2;
        var xs = new double[lonely ? 4 : count];
        var ys = new double[xs.length];
        if (lonely) {
            var top = there.getFirst();
            var bottom = back.getFirst();
            for (var i = 0; i < xs.length; i++) {
                xs[i] = top[0] + (i == 0 || i == 3 ? -LONELY : LONELY);
                ys[i] = i < 2 ? top[1] : bottom[1];
            }
        } else {
            for (var i = 0; i < count; i++) {
                var point = i < there.size() ? there.get(i) : back.get(i - there.size());
                xs[i] = point[0];
                ys[i] = point[1];
            }
        }
        surface.polygon(xs, ys, xs.length, colour);
    }

    private List<List<double[]>> runs(Curve edge) {
        var runs = new ArrayList<List<double[]>>();
        Decimator.outline(edge, xScale, yScale, surface.resolution(), new PathSink() {
            @Override
            public void moveTo(double x, double y) {
                runs.add(new ArrayList<>());
                lineTo(x, y);
            }

            @Override
            public void lineTo(double x, double y) {
                runs.getLast().add(new double[] {LinePath.near(x), LinePath.near(y)});
            }

            @Override
            public void lonelyPoint(double x, double y) {}
        });
        return runs;
    }

    /** The upper or the lower edge. */
    private record Edge(Series means, int sign, Scale yScale) implements Curve {
        @Override
        public int size() {
            return means.size();
        }

        @Override
        public double x(int index) {
            return means.x(index);
        }

        @Override
        public double y(int index) {
            var y = sign > 0 ? means.high(index) : means.low(index);
            // What reaches zero or below leaves a logarithmic plot at its lower end.
            return yScale.hasPlaceFor(y) ? y : yScale.domain().min();
        }

        @Override
        public boolean isDrawn(int index) {
            return means.isDrawn(index)
                    && Double.isFinite(means.high(index) - means.low(index))
                    && yScale.hasPlaceFor(means.y(index));
        }

        @Override
        public boolean isAscending() {
            return means.isAscending();
        }

        @Override
        public int firstAbove(double x) {
            return means.firstAbove(x);
        }
    }
}
