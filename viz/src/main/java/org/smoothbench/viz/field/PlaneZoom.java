package org.smoothbench.viz.field;

import org.smoothbench.viz.chart.Range;

/**
 * Which part of a plane is seen. Immutable; any thread.
 *
 * @param factor how much larger than the whole, 1 to {@value #MOST}; what lies outside counts as the nearer end
 * @param middleX where the middle of what is seen lies, as a share of the whole from left to right; moved so that nothing
 *     beyond the plane is seen
 * @param middleY the same from below upwards
 */
public record PlaneZoom(double factor, double middleX, double middleY) {
    /** The largest factor: the cells of a coarse grid fill a chart by then. */
    public static final double MOST = 64;

    /** All of the plane. */
    public static final PlaneZoom WHOLE = new PlaneZoom(1, 0.5, 0.5);

    /**
     * Keeps what is seen within the plane.
     *
     * @throws IllegalArgumentException if a number is not finite
     */
    public PlaneZoom {
        if (!Double.isFinite(factor + middleX + middleY)) {
            throw new IllegalArgumentException("a zoom needs finite numbers");
        }
        factor = Math.clamp(factor, 1, MOST);
        var half = 0.5 / factor;
        middleX = Math.clamp(middleX, half, 1 - half);
        middleY = Math.clamp(middleY, half, 1 - half);
    }

    /** Whether all of the plane is seen. */
    public boolean isWhole() {
        return factor == 1;
    }

    /** What is seen of the horizontal axis. */
    Range x(Range whole) {
        return part(whole, middleX);
    }

    /** What is seen of the vertical axis. */
    Range y(Range whole) {
        return part(whole, middleY);
    }

    private Range part(Range whole, double middle) {
        if (isWhole()) {
            return whole;
        }
        var from = whole.min() + whole.width() * (middle - 0.5 / factor);
        return new Range(from, from + whole.width() / factor);
    }

    /** So many times larger, about a place of the plane, in shares of the whole, that stays where it is seen. */
    PlaneZoom zoomed(double times, double atX, double atY) {
        var next = Math.clamp(factor * times, 1, MOST);
        var kept = factor / next;
        return new PlaneZoom(next, atX + (middleX - atX) * kept, atY + (middleY - atY) * kept);
    }

    /** Moved by shares of what is seen: 1 to the right shows what begins where this ends. */
    PlaneZoom moved(double right, double up) {
        return new PlaneZoom(factor, middleX + right / factor, middleY + up / factor);
    }

    /** Moved as little as shows a place of the plane, in shares of the whole. */
    PlaneZoom showing(double atX, double atY) {
        var half = 0.5 / factor;
        return new PlaneZoom(
                factor, Math.clamp(middleX, atX - half, atX + half), Math.clamp(middleY, atY - half, atY + half));
    }
}
