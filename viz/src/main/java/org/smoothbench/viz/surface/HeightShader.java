package org.smoothbench.viz.surface;

/** Colours a surface by its height, with contour lines on it. For one thread. */
final class HeightShader implements TriangleScan.Shader {
    private static final float STEPS = 256;
    private static final float LINE_OPACITY = 0.62f;

    private final PixelGrid grid;
    private final ContourLines lines = new ContourLines();
    private int[] colours = new int[0];
    private int[] lineColours = new int[0];
    private boolean hasLines;

    HeightShader(PixelGrid grid) {
        this.grid = grid;
    }

    /**
     * Sets colours and lines.
     *
     * @param byStep the colours of the range in 256 steps
     * @param byLevel the colours of the lines
     */
    void use(int[] byStep, float[] levels, int[] byLevel, float lineWidth) {
        colours = byStep;
        lineColours = byLevel;
        lines.use(levels, lineWidth);
    }

    @Override
    public boolean begin(TriangleScan scan, int i, int j, int k) {
        hasLines = lines.begin(scan, i, j, k);
        return true;
    }

    @Override
    public void fill(TriangleScan scan, int offset, int from, int to, float height, float shade, float nearness) {
        var argb = grid.argb();
        var depth = grid.nearness();
        for (var at = offset + from; at < offset + to; at++) {
            if (nearness > depth[at] && height >= -CellHeight.SLACK && height <= 1 + CellHeight.SLACK) {
                depth[at] = nearness;
                var step = Math.max(0, Math.min(255, (int) (height * STEPS)));
                var colour = colours[step];
                if (hasLines) {
                    var line = lines.nearest(height);
                    var weight = (int) (256 * LINE_OPACITY * lines.cover(line, height));
                    colour = weight > 0 ? PixelGrid.blended(colour, lineColours[line], weight) : colour;
                }
                argb[at] = shaded(colour, shade);
            }
            height += scan.heightX;
            shade += scan.shadeX;
            nearness += scan.nearX;
        }
    }

    /** A colour in light: a shade of 1 leaves it, below it is darker, above it goes towards white. */
    static int shaded(int colour, float shade) {
        if (shade > 1) {
            return PixelGrid.blended(colour, 0xffffff, Math.min(256, (int) (256 * (shade - 1))));
        }
        return PixelGrid.blended(colour, 0, Math.min(256, (int) (256 * (1 - shade))));
    }
}
