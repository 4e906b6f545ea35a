package org.smoothbench.viz.surface;

import java.util.Arrays;

/**
 * Draws smooth lines of any width, hidden by what is nearer. The strokes between {@link #begin} and {@link #end} are one
 * line: where they overlap, a pixel is covered once. For one thread.
 */
final class LineBrush {
    private final PixelGrid grid;
    private float[] cover = new float[0];
    private float radius;
    private float lift;
    private int left;
    private int top;
    private int right;
    private int bottom;

    LineBrush(PixelGrid grid) {
        this.grid = grid;
    }

    /**
     * Begins a line.
     *
     * @param width in pixels
     * @param liftedBy how much nearer than it is the line is taken to be, as a factor, so that the surface it lies on does not
     *     hide it; infinity for a line that nothing hides
     */
    void begin(double width, double liftedBy) {
        radius = (float) width / 2;
        lift = (float) liftedBy;
        var size = grid.width() * grid.height();
        if (cover.length < size) {
            cover = new float[size];
        }
        left = Integer.MAX_VALUE;
        top = Integer.MAX_VALUE;
        right = -1;
        bottom = -1;
    }

    /** Strokes from one point of the screen to another, with round ends; nothing if one of them is NaN. */
    void stroke(double x1, double y1, double near1, double x2, double y2, double near2) {
        if (Double.isNaN(x1 + y1 + x2 + y2 + near1 + near2)) {
            return;
        }
        var reach = radius + 1;
        var firstRow = clampRow(Math.floor(Math.min(y1, y2) - reach));
        var lastRow = clampRow(Math.ceil(Math.max(y1, y2) + reach));
        var dx = (float) (x2 - x1);
        var dy = (float) (y2 - y1);
        var square = dx * dx + dy * dy;
        for (var row = firstRow; row <= lastRow; row++) {
            var y = row + 0.5f - (float) y1;
            // The part of the line that comes within reach of this row decides where in it to look.
            var low = Math.abs(dy) < 1e-3f ? 0 : Math.clamp((y - Math.copySign(reach, dy)) / dy, 0f, 1f);
            var high = Math.abs(dy) < 1e-3f ? 1 : Math.clamp((y + Math.copySign(reach, dy)) / dy, 0f, 1f);
            var from = (int) Math.max(0, Math.floor(x1 + Math.min(low * dx, high * dx) - reach));
            var to = (int) Math.min(grid.width() - 1, Math.ceil(x1 + Math.max(low * dx, high * dx) + reach));
            for (var column = from; column <= to; column++) {
                var x = column + 0.5f - (float) x1;
                var along = square < 1e-6f ? 0 : Math.clamp((x * dx + y * dy) / square, 0f, 1f);
                var offX = x - along * dx;
                var offY = y - along * dy;
                var distance = (float) Math.sqrt(offX * offX + offY * offY);
                var share = radius + 0.5f - distance;
                if (share > 0) {
                    touch(column, row, Math.min(1, share), (float) (near1 + along * (near2 - near1)));
                }
            }
        }
    }

    private int clampRow(double row) {
        return (int) Math.clamp(row, 0, grid.height() - 1.0);
    }

    private void touch(int column, int row, float share, float near) {
        var at = row * grid.width() + column;
        // A line thinner than a pixel covers only a part of it.
        var covered = share * Math.min(1, 2 * radius);
        if (near * lift < grid.nearness()[at] || covered <= cover[at]) {
            return;
        }
        cover[at] = covered;
        left = Math.min(left, column);
        right = Math.max(right, column);
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
    }

    /** Puts the line's colour on the picture. */
    void end(int colour, double opacity) {
        var argb = grid.argb();
        for (var row = top; row <= bottom; row++) {
            for (var at = row * grid.width() + left; at <= row * grid.width() + right; at++) {
                var weight = (int) (256 * opacity * cover[at]);
                if (weight > 0) {
                    argb[at] = PixelGrid.blended(argb[at], colour, weight);
                }
            }
            Arrays.fill(cover, row * grid.width() + left, row * grid.width() + right + 1, 0);
        }
    }
}
