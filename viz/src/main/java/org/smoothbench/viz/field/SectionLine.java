package org.smoothbench.viz.field;

/** A straight line through the plane, from A to B, in the units of its axes. */
public record SectionLine(double fromX, double fromY, double toX, double toY) {
    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if a number is not finite
     */
    public SectionLine {
        if (!Double.isFinite(fromX + fromY + toX + toY)) {
            throw new IllegalArgumentException("a section needs finite ends");
        }
    }

    /** The distance of its ends. */
    public double length() {
        return Math.hypot(toX - fromX, toY - fromY);
    }

    /** The x of a share of the way, 0 at A and 1 at B. */
    public double x(double share) {
        return fromX * (1 - share) + toX * share;
    }

    /** The y of a share of the way, 0 at A and 1 at B. */
    public double y(double share) {
        return fromY * (1 - share) + toY * share;
    }

    /** The same line from another A. */
    public SectionLine from(double x, double y) {
        return new SectionLine(x, y, toX, toY);
    }

    /** The same line to another B. */
    public SectionLine to(double x, double y) {
        return new SectionLine(fromX, fromY, x, y);
    }
}
