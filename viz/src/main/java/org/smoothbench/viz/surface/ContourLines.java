package org.smoothbench.viz.surface;

/**
 * Contour lines as a property of pixels: within a triangle the height is linear, so the distance of a pixel from a line is
 * the difference of heights over the gradient on the screen. Lines are as wide as said however steep the surface is, hidden
 * where it is, and fade where they would run into each other. For one thread.
 */
final class ContourLines {
    /** Nearer than this many pixels lines merge, and so begin to fade. */
    private static final float CROWDED = 2.5f;

    private static final float APART = 7;

    /** Shares of the range, ascending. */
    private float[] levels = new float[0];

    private float halfWidth;
    private int first;
    private int last;
    private float perHeight;
    private float strength;

    void use(float[] ascending, float width) {
        levels = ascending;
        halfWidth = width / 2;
        first = 0;
        last = -1;
    }

    /** Looks which lines may pass through a triangle with these heights; false for none. */
    boolean begin(TriangleScan scan, int i, int j, int k) {
        last = -1;
        if (levels.length == 0) {
            return false;
        }
        var heights = scan.points().height;
        var low = Math.min(heights[i], Math.min(heights[j], heights[k]));
        var high = Math.max(heights[i], Math.max(heights[j], heights[k]));
        var most = (halfWidth + 0.5f) * (Math.abs(scan.heightX) + Math.abs(scan.heightY));
        if (!seek(low - most, high + most)) {
            return false;
        }
        var gradient = (float) Math.sqrt(scan.heightX * scan.heightX + scan.heightY * scan.heightY);
        var reach = (halfWidth + 0.5f) * gradient;
        if (!(gradient > 1e-9f) || !seek(low - reach, high + reach)) {
            return false;
        }
        last = first;
        while (last + 1 < levels.length && levels[last + 1] <= high + reach) {
            last++;
        }
        perHeight = 1 / gradient;
        var spacing = spacing() * perHeight;
        strength = Math.clamp((spacing - CROWDED * 2 * halfWidth) / ((APART - CROWDED) * 2 * halfWidth), 0f, 1f);
        return strength > 0;
    }

    /** Goes to the first line that is not below some height, from where the last triangle was: the next one is near it. */
    private boolean seek(float low, float high) {
        while (first > 0 && levels[first - 1] >= low) {
            first--;
        }
        while (first < levels.length && levels[first] < low) {
            first++;
        }
        return first < levels.length && levels[first] <= high;
    }

    private float spacing() {
        if (levels.length == 1) {
            return Float.MAX_VALUE;
        }
        return first + 1 < levels.length ? levels[first + 1] - levels[first] : levels[first] - levels[first - 1];
    }

    /** The line nearest to a height. */
    int nearest(float height) {
        var best = first;
        for (var i = first + 1; i <= last; i++) {
            if (Math.abs(levels[i] - height) < Math.abs(levels[best] - height)) {
                best = i;
            }
        }
        return best;
    }

    /** How much of a pixel of a height a line covers, 0 to 1. */
    float cover(int line, float height) {
        var distance = Math.abs(levels[line] - height) * perHeight;
        return Math.clamp(halfWidth + 0.5f - distance, 0f, 1f) * strength;
    }
}
