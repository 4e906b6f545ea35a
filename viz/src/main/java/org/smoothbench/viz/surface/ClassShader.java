package org.smoothbench.viz.surface;

/** Colours each pixel of a surface by the class of the nearest vertex, with contour lines on it. For one thread. */
final class ClassShader implements TriangleScan.Shader {
    private static final float LINE_OPACITY = 0.45f;

    private final PixelGrid grid;
    private final ContourLines lines = new ContourLines();
    private int[] colours = new int[0];
    private boolean hasLines;
    private int colourI;
    private int colourJ;
    private int colourK;
    private float originX;
    private float originY;
    private float weightJX;
    private float weightJY;
    private float weightKX;
    private float weightKY;

    ClassShader(PixelGrid grid) {
        this.grid = grid;
    }

    /** Sets each vertex' colour and the lines. */
    void use(int[] byVertex, float[] levels, float lineWidth) {
        colours = byVertex;
        lines.use(levels, lineWidth);
    }

    @Override
    public boolean begin(TriangleScan scan, int i, int j, int k) {
        hasLines = lines.begin(scan, i, j, k);
        colourI = colours[i];
        colourJ = colours[j];
        colourK = colours[k];
        var xs = scan.points().x;
        var ys = scan.points().y;
        originX = xs[i];
        originY = ys[i];
        var inverse = 1 / ((xs[j] - xs[i]) * (ys[k] - ys[i]) - (xs[k] - xs[i]) * (ys[j] - ys[i]));
        weightJX = (ys[k] - ys[i]) * inverse;
        weightJY = (xs[i] - xs[k]) * inverse;
        weightKX = (ys[i] - ys[j]) * inverse;
        weightKY = (xs[j] - xs[i]) * inverse;
        return true;
    }

    @Override
    public void fill(TriangleScan scan, int offset, int from, int to, float height, float shade, float nearness) {
        var argb = grid.argb();
        var depth = grid.nearness();
        var row = offset / grid.width();
        var down = row + 0.5f - originY;
        for (var at = offset + from; at < offset + to; at++) {
            if (nearness > depth[at] && height >= -CellHeight.SLACK && height <= 1 + CellHeight.SLACK) {
                depth[at] = nearness;
                var right = at - offset + 0.5f - originX;
                var colour = nearest(right * weightJX + down * weightJY, right * weightKX + down * weightKY);
                if (hasLines) {
                    var weight = (int) (256 * LINE_OPACITY * lines.cover(lines.nearest(height), height));
                    colour = weight > 0 ? PixelGrid.blended(colour, 0xffffff, weight) : colour;
                }
                argb[at] = HeightShader.shaded(colour, shade);
            }
            height += scan.heightX;
            shade += scan.shadeX;
            nearness += scan.nearX;
        }
    }

    private int nearest(float ofJ, float ofK) {
        var ofI = 1 - ofJ - ofK;
        if (ofI >= ofJ && ofI >= ofK) {
            return colourI;
        }
        return ofJ >= ofK ? colourJ : colourK;
    }
}
