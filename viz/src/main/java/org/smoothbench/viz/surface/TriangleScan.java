package org.smoothbench.viz.surface;

/**
 * Walks through the pixels of triangles row by row. A pixel on the edge of two triangles belongs to exactly one of them.
 * Heights and shades are taken as linear on the screen, which small triangles are; nearness is. For one thread.
 */
final class TriangleScan {
    private static final float LEAST_AREA = 1e-4f;

    /** What fills a row of a triangle. */
    interface Shader {
        /** Called before the rows of a triangle, whose gradients are in the scan; false if none of them is to be filled. */
        boolean begin(TriangleScan scan, int i, int j, int k);

        /**
         * Fills the pixels from {@code from} up to but without {@code to} of the row that starts at {@code offset}; height,
         * shade and nearness are those of the first pixel's middle.
         */
        void fill(TriangleScan scan, int offset, int from, int to, float height, float shade, float nearness);
    }

    private final PixelGrid grid;
    private Projected points = Projected.NONE;
    private int firstRow;
    private int endRow;

    /** How much height, shade and nearness grow from one pixel to the next and to the one below. */
    float heightX;

    float heightY;
    float shadeX;
    float shadeY;
    float nearX;
    float nearY;

    TriangleScan(PixelGrid grid) {
        this.grid = grid;
    }

    /** Sets what is scanned, into the whole picture. */
    void use(Projected projected) {
        use(projected, 0, grid.height());
    }

    /**
     * Sets what is scanned into a band of the picture.
     *
     * @param first the first row of pixels that is filled
     * @param end the row after the last
     */
    void use(Projected projected, int first, int end) {
        points = projected;
        firstRow = first;
        endRow = end;
    }

    Projected points() {
        return points;
    }

    /** Fills the triangle of three vertices; nothing if one of them is a hole or it is seen from its edge. */
    void fill(int i, int j, int k, Shader shader) {
        var xs = points.x;
        var ys = points.y;
        var firstX = xs[i];
        var firstY = ys[i];
        var from = Math.max(firstRow, pixel(Math.min(firstY, Math.min(ys[j], ys[k]))));
        var to = Math.min(endRow, pixel(Math.max(firstY, Math.max(ys[j], ys[k]))));
        if (from >= to) {
            return;
        }
        var acrossX = xs[j] - firstX;
        var acrossY = ys[j] - firstY;
        var otherX = xs[k] - firstX;
        var otherY = ys[k] - firstY;
        var area = acrossX * otherY - otherX * acrossY;
        if (!(Math.abs(area) > LEAST_AREA)) {
            return;
        }
        var inverse = 1 / area;
        gradients(i, j, k, acrossX * inverse, acrossY * inverse, otherX * inverse, otherY * inverse);
        if (!shader.begin(this, i, j, k)) {
            return;
        }
        var top = i;
        var middle = j;
        var bottom = k;
        if (ys[middle] < ys[top]) {
            middle = i;
            top = j;
        }
        if (ys[bottom] < ys[top]) {
            bottom = top;
            top = k;
        }
        if (ys[bottom] < ys[middle]) {
            var lower = middle;
            middle = bottom;
            bottom = lower;
        }
        rows(from, to, top, middle, bottom, i, shader);
    }

    /** The first pixel whose middle is not before a place. */
    private static int pixel(float place) {
        return (int) Math.ceil(place - 0.5f);
    }

    private void gradients(int i, int j, int k, float acrossX, float acrossY, float otherX, float otherY) {
        var across = points.height[j] - points.height[i];
        var other = points.height[k] - points.height[i];
        heightX = across * otherY - other * acrossY;
        heightY = other * acrossX - across * otherX;
        across = points.shade[j] - points.shade[i];
        other = points.shade[k] - points.shade[i];
        shadeX = across * otherY - other * acrossY;
        shadeY = other * acrossX - across * otherX;
        across = points.nearness[j] - points.nearness[i];
        other = points.nearness[k] - points.nearness[i];
        nearX = across * otherY - other * acrossY;
        nearY = other * acrossX - across * otherX;
    }

    private void rows(int from, int to, int top, int middle, int bottom, int origin, Shader shader) {
        var xs = points.x;
        var ys = points.y;
        var longSlope = (xs[bottom] - xs[top]) / (ys[bottom] - ys[top]);
        var upperSlope = (xs[middle] - xs[top]) / (ys[middle] - ys[top]);
        var lowerSlope = (xs[bottom] - xs[middle]) / (ys[bottom] - ys[middle]);
        for (var row = from; row < to; row++) {
            var y = row + 0.5f;
            var one = xs[top] + (y - ys[top]) * longSlope;
            var other =
                    y < ys[middle] ? xs[top] + (y - ys[top]) * upperSlope : xs[middle] + (y - ys[middle]) * lowerSlope;
            var left = Math.max(0, pixel(Math.min(one, other)));
            var end = Math.min(grid.width(), pixel(Math.max(one, other)));
            if (left < end) {
                var right = left + 0.5f - xs[origin];
                var down = y - ys[origin];
                shader.fill(
                        this,
                        row * grid.width(),
                        left,
                        end,
                        points.height[origin] + right * heightX + down * heightY,
                        points.shade[origin] + right * shadeX + down * shadeY,
                        points.nearness[origin] + right * nearX + down * nearY);
            }
        }
    }
}
