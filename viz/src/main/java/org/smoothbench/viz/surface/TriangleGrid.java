package org.smoothbench.viz.surface;

/** The triangles of a mesh, one after the other. */
final class TriangleGrid {
    private TriangleGrid() {}

    /** Fills all triangles; each cell's two meet on the line from its lowest corner to its highest. */
    static void scan(TriangleScan scan, HeightMesh mesh, TriangleScan.Shader shader) {
        var columns = mesh.columns();
        for (var row = 0; row + 1 < mesh.rows(); row++) {
            for (var column = 0; column + 1 < columns; column++) {
                var at = row * columns + column;
                scan.fill(at, at + 1, at + columns + 1, shader);
                scan.fill(at, at + columns + 1, at + columns, shader);
            }
        }
    }
}
