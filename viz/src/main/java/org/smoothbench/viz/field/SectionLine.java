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

    /** The x of an end. */
    public double x(SectionEnd end) {
        return end == SectionEnd.A ? fromX : toX;
    }

    /** The y of an end. */
    public double y(SectionEnd end) {
        return end == SectionEnd.A ? fromY : toY;
    }

    /** The same line with one end elsewhere; no further than a field reaches, as there is nothing to cut beyond. */
    public SectionLine moved(SectionEnd end, double x, double y, ScalarField field) {
        var insideX = Math.clamp(x, field.xRange().min(), field.xRange().max());
        var insideY = Math.clamp(y, field.yRange().min(), field.yRange().max());
        return switch (end) {
            case A -> new SectionLine(insideX, insideY, toX, toY);
            case B -> new SectionLine(fromX, fromY, insideX, insideY);
        };
    }

    /** The same line with one end so many spacings of a field's grid to the right and up, but within it. */
    public SectionLine stepped(SectionEnd end, int right, int up, ScalarField field) {
        return moved(
                end,
                x(end) + right * field.xRange().width() / (field.columns() - 1),
                y(end) + up * field.yRange().width() / (field.rows() - 1),
                field);
    }
}
