package org.smoothbench.core.landscape;

import java.util.List;

/**
 * The way of an attack, as it is seen from a plane of images: each iterate's nearest point of the plane, by least squares.
 *
 * @param attack such as {@code PGD-10}
 * @param points from the start to the last iterate
 * @param found which of the points is the adversarial example x': the last of PGD, that with the largest loss of Auto-PGD
 */
public record AttackPath(String attack, List<Point> points, int found) {

    public AttackPath {
        points = List.copyOf(points);
    }

    /**
     * An iterate.
     *
     * @param step how many steps were taken; 0 at the start
     * @param a place along the first direction, in budgets
     * @param b place along the second
     * @param offPlane how far the iterate is from that point in its farthest pixel, in budgets
     * @param offShare the same in Euclidean length, as a share of the iterate's distance from the image; 0 to 1
     * @param loss cross-entropy at the iterate itself, in nats
     * @param correct whether the model is right about it
     */
    public record Point(int step, double a, double b, double offPlane, double offShare, double loss, boolean correct) {}

    /** The adversarial example x', whether or not it fools the model. */
    public Point example() {
        return points.get(found);
    }
}
