package org.smoothbench.viz.surface;

import java.util.Optional;

/**
 * Finds what is under a point of the screen by going along the ray through it from cell to cell, so every renderer is picked
 * from alike. Immutable; any thread.
 */
final class Picking {
    /** Between two steps along the ray the surface may be met at most once, unless a cell is very crooked. */
    private static final int STEPS_PER_CELL = 3;

    private static final int BISECTIONS = 24;

    private final SurfaceFrame frame;
    private final Projection projection;
    private final HeightLookup heights;

    Picking(SurfaceFrame frame) {
        this.frame = frame;
        this.projection = new Projection(frame.pose(), frame.viewport());
        this.heights = new HeightLookup(frame);
    }

    /** Where the nearest part of the surface under a point is met, as x, y, z in the box. */
    Optional<double[]> surface(double screenX, double screenY) {
        var ray = projection.ray(screenX, screenY);
        var span = span(ray);
        if (!(span[0] < span[1])) {
            return Optional.empty();
        }
        var field = frame.model().field();
        var cells = Math.max(Math.abs(ray.dx()) * (field.columns() - 1), Math.abs(ray.dy()) * (field.rows() - 1));
        var steps = (int) Math.ceil((span[1] - span[0]) * cells / 2) * STEPS_PER_CELL + STEPS_PER_CELL;
        var before = Double.NaN;
        var beforeAt = span[0];
        for (var i = 0; i <= steps; i++) {
            var at = span[0] + (span[1] - span[0]) * i / steps;
            var above = above(ray, at);
            if (before * above <= 0) {
                return Optional.of(met(ray, beforeAt, before, at));
            }
            before = above;
            beforeAt = at;
        }
        return Optional.empty();
    }

    /** Where the floor under a point is, as x, y in the box; the box may end before. */
    Optional<double[]> floor(double screenX, double screenY) {
        var ray = projection.ray(screenX, screenY);
        var at = (Box.FLOOR - ray.z()) / ray.dz();
        return Double.isFinite(at) && at > 0 ? Optional.of(new double[] {ray.xAt(at), ray.yAt(at)}) : Optional.empty();
    }

    /** The vertex nearest to what is under a point, unless it is a hole. */
    Optional<GridVertex> vertex(double screenX, double screenY) {
        var field = frame.model().field();
        return surface(screenX, screenY)
                .map(met -> new GridVertex(field.nearestColumn(frame.a(met[0])), field.nearestRow(frame.b(met[1]))))
                .filter(vertex -> !Double.isNaN(heights.vertex(vertex.column(), vertex.row())));
    }

    private double above(Ray ray, double at) {
        return ray.zAt(at) - heights.at(ray.xAt(at), ray.yAt(at));
    }

    private double[] met(Ray ray, double from, double fromAbove, double to) {
        var low = from;
        var high = to;
        for (var i = 0; i < BISECTIONS; i++) {
            var middle = (low + high) / 2;
            if (above(ray, middle) * fromAbove > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new double[] {ray.xAt(high), ray.yAt(high), ray.zAt(high)};
    }

    /** The part of a ray inside the box: of a, b, and the heights' range. */
    private static double[] span(Ray ray) {
        var from = 0.0;
        var to = Double.MAX_VALUE;
        var origins = new double[] {ray.x(), ray.y(), ray.z()};
        var directions = new double[] {ray.dx(), ray.dy(), ray.dz()};
        var lows = new double[] {-1, -1, -CellHeight.SLACK * 2};
        var highs = new double[] {1, 1, Box.TOP + CellHeight.SLACK * 2};
        for (var axis = 0; axis < 3; axis++) {
            if (directions[axis] == 0) {
                if (origins[axis] < lows[axis] || origins[axis] > highs[axis]) {
                    return new double[] {1, 0};
                }
                continue;
            }
            var one = (lows[axis] - origins[axis]) / directions[axis];
            var other = (highs[axis] - origins[axis]) / directions[axis];
            from = Math.max(from, Math.min(one, other));
            to = Math.min(to, Math.max(one, other));
        }
        return new double[] {from, to};
    }
}
