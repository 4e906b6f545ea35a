package org.smoothbench.viz.surface;

import java.util.Arrays;

/** Fills triangles with one colour, behind everything. For one thread. */
final class FlatShader implements TriangleScan.Shader {
    private final PixelGrid grid;
    private int colour;

    FlatShader(PixelGrid grid) {
        this.grid = grid;
    }

    void use(int argb) {
        colour = argb;
    }

    @Override
    public boolean begin(TriangleScan scan, int i, int j, int k) {
        return true;
    }

    @Override
    public void fill(TriangleScan scan, int offset, int from, int to, float height, float shade, float nearness) {
        Arrays.fill(grid.argb(), offset + from, offset + to, colour);
    }
}
