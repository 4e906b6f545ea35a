package org.smoothbench.viz.chart;

/**
 * Something that happened at an x, e.g. that a run was resumed: a vertical line with a sign on top, and words in the
 * read-out. Immutable; any thread.
 *
 * @param x in the unit of the x axis, finite
 * @param sign one or two characters that tell this kind of event from others, e.g. "R"
 * @param text what happened, e.g. "resumed after a crash"
 */
public record EventMark(double x, String sign, String text) {
    private static final int LONGEST_SIGN = 2;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if x is not finite or the sign is blank or longer than two characters
     */
    public EventMark {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("an event needs a finite x, not " + x);
        }
        if (sign.isBlank() || sign.codePointCount(0, sign.length()) > LONGEST_SIGN) {
            throw new IllegalArgumentException("a sign has one or two characters, unlike \"" + sign + "\"");
        }
    }
}
