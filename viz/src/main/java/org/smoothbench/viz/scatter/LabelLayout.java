package org.smoothbench.viz.scatter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Finds places for the names of points, clear of points, whiskers, each other and the lines that lead to names further off.
 * Each name takes the best place that the others leave, those with the most neighbours first, until none finds a better one.
 */
final class LabelLayout {
    private static final int MOST_ROUNDS = 6;
    private static final double STEP = 3;
    /** For each square pixel that cannot be seen: a name that is cut off cannot be read at all. */
    private static final double OUTSIDE = 250;
    /** For each square pixel of a point, a whisker or another name. */
    private static final double COVERED = 25;
    /** For each {@value #STEP} pixels of a line that lead through something else. */
    private static final double CROSSING = 40;
    /** For each pixel between point and name. */
    private static final double FAR = 0.3;

    private final List<Name> names;
    private final List<Rectangle2D> obstacles;
    private final Rectangle2D area;
    private final List<Rectangle2D> chosen = new ArrayList<>();

    /**
     * A name to be placed.
     *
     * @param x of its point
     * @param y of its point
     * @param width of the name
     * @param height of the name
     */
    record Name(double x, double y, double width, double height) {
        /** Where the line to the name's place runs, beyond the point itself; empty where it stands right beside. */
        List<Point2D> lead(Rectangle2D place) {
            var end = LabelPlaces.nearest(place, x, y);
            var length = end.distance(x, y);
            if (length < FrozenScatter.RADIUS + 8) {
                return List.of();
            }
            var from = FrozenScatter.RADIUS + 3;
            var steps = Math.max(1, (int) ((length - from) / STEP));
            return IntStream.rangeClosed(0, steps)
                    .mapToDouble(i -> (from + (length - from) * i / steps) / length)
                    .mapToObj(share -> new Point2D(x + share * (end.getX() - x), y + share * (end.getY() - y)))
                    .toList();
        }
    }

    private LabelLayout(List<Name> names, List<Rectangle2D> obstacles, Rectangle2D area) {
        this.names = names;
        this.obstacles = obstacles;
        this.area = area;
        chosen.addAll(Collections.nCopies(names.size(), Rectangle2D.EMPTY));
    }

    /**
     * A place for each name.
     *
     * @param obstacles what names must not cover: all points and whiskers
     * @param area where names can be seen
     */
    static List<Rectangle2D> of(List<Name> names, List<Rectangle2D> obstacles, Rectangle2D area) {
        var layout = new LabelLayout(names, obstacles, area);
        var order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingLong(layout::freedom))
                .toList();
        var changed = true;
        for (var round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (var i : order) {
                changed |= layout.place(i);
            }
        }
        return layout.chosen;
    }

    /** The fewer neighbours, the more. */
    private long freedom(int index) {
        var name = names.get(index);
        return -names.stream()
                .filter(other -> Math.abs(other.x - name.x) < name.width + 20 && Math.abs(other.y - name.y) < 40)
                .count();
    }

    private boolean place(int index) {
        var name = names.get(index);
        var before = chosen.get(index);
        var best = before;
        var least = Double.POSITIVE_INFINITY;
        for (var place : LabelPlaces.of(name.x, name.y, name.width, name.height)) {
            var cost = cost(index, place);
            if (cost < least - 1e-9) {
                least = cost;
                best = place;
            }
        }
        chosen.set(index, best);
        return !best.equals(before);
    }

    private double cost(int index, Rectangle2D place) {
        var name = names.get(index);
        var lead = name.lead(place);
        var cost = OUTSIDE * (place.getWidth() * place.getHeight() - shared(place, area));
        cost += FAR * LabelPlaces.nearest(place, name.x, name.y).distance(name.x, name.y);
        for (var obstacle : obstacles) {
            cost += COVERED * shared(place, obstacle) + CROSSING * within(lead, obstacle);
        }
        for (var i = 0; i < names.size(); i++) {
            var other = chosen.get(i);
            if (i != index && other.getWidth() > 0) {
                cost += COVERED * shared(place, other) + CROSSING * within(lead, other);
                cost += CROSSING * within(names.get(i).lead(other), place);
            }
        }
        return cost;
    }

    private static long within(List<Point2D> lead, Rectangle2D area) {
        return lead.stream().filter(area::contains).count();
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        var width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        var height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }
}
