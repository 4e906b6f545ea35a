package org.smoothbench.viz.surface;

/** Draws nothing of a triangle but the contour lines in it: the map on the floor. For one thread. */
final class FloorShader implements TriangleScan.Shader {
    private static final float LINE_OPACITY = 0.95f;

    private final PixelGrid grid;
    private final ContourLines lines = new ContourLines();
    private int[] colours = new int[0];

    FloorShader(PixelGrid grid) {
        this.grid = grid;
    }

    void use(float[] levels, int[] byLevel, float lineWidth) {
        colours = byLevel;
        lines.use(levels, lineWidth);
    }

    @Override
    public boolean begin(TriangleScan scan, int i, int j, int k) {
        return lines.begin(scan, i, j, k);
    }

    @Override
    public void fill(TriangleScan scan, int offset, int from, int to, float height, float shade, float nearness) {
        var argb = grid.argb();
        for (var at = offset + from; at < offset + to; at++) {
            var line = lines.nearest(height);
            var weight = (int) (256 * LINE_OPACITY * lines.cover(line, height));
            if (weight > 0) {
                argb[at] = PixelGrid.blended(argb[at], colours[line], weight);
            }
            height += scan.heightX;
        }
    }
}
