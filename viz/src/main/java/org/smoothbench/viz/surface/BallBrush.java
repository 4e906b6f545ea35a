package org.smoothbench.viz.surface;

/** Draws shaded balls that stand in a surface. For one thread. */
final class BallBrush {
    /** Where the light on balls comes from: left, above, towards the eye. */
    private static final double[] LIGHT = {-0.45, 0.6, 0.66};

    private final PixelGrid grid;

    BallBrush(PixelGrid grid) {
        this.grid = grid;
    }

    /**
     * Draws a ball.
     *
     * @param radius in pixels
     * @param bulge how much nearer its front is than its middle, in parts of its nearness
     * @param rim the colour of its outline
     */
    void draw(double x, double y, double near, double radius, double bulge, int colour, int rim) {
        if (Double.isNaN(x + y + near)) {
            return;
        }
        var outer = radius + 1;
        var firstRow = (int) Math.max(0, Math.floor(y - outer));
        var lastRow = (int) Math.min(grid.height() - 1.0, Math.ceil(y + outer));
        var first = (int) Math.max(0, Math.floor(x - outer));
        var last = (int) Math.min(grid.width() - 1.0, Math.ceil(x + outer));
        for (var row = firstRow; row <= lastRow; row++) {
            for (var column = first; column <= last; column++) {
                pixel(column, row, column + 0.5 - x, row + 0.5 - y, near, radius, bulge, colour, rim);
            }
        }
    }

    private void pixel(
            int column, int row, double dx, double dy, double near, double radius, double bulge, int colour, int rim) {
        var distance = Math.hypot(dx, dy);
        var share = Math.clamp(radius + 0.5 - distance, 0, 1);
        var at = row * grid.width() + column;
        var up = Math.sqrt(Math.max(0, 1 - distance * distance / (radius * radius)));
        if (share <= 0 || near * (1 + bulge * up) < grid.nearness()[at]) {
            return;
        }
        var light = (dx * LIGHT[0] - dy * LIGHT[1]) / radius + up * LIGHT[2];
        var lit = HeightShader.shaded(colour, (float) Math.min(1.3, 0.72 + 0.4 * light));
        var edge = Math.clamp((distance - 0.84 * radius) / (0.1 * radius), 0, 1);
        var ball = PixelGrid.blended(lit, rim, (int) (256 * edge));
        grid.argb()[at] = PixelGrid.blended(grid.argb()[at], ball, (int) (256 * share));
        if (share > 0.5) {
            grid.nearness()[at] = Math.max(grid.nearness()[at], (float) (near * (1 + bulge * up)));
        }
    }
}
