package org.smoothbench.viz.surface;

import java.util.Arrays;
import java.util.BitSet;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;

/** A surface as JavaFX wants it, changed in place as long as the grid and its holes stay. FX thread only. */
final class Fx3dMesh {
    private TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
    private float[] points = {};
    private float[] normals = {};
    private BitSet holes = new BitSet();
    private int columns;
    private int rows;
    private int revision = -1;

    /** What shows the heights now; another one after a change of the grid or its holes. */
    TriangleMesh mesh() {
        return mesh;
    }

    void update(HeightMesh heights) {
        if (heights.revision() == revision) {
            return;
        }
        revision = heights.revision();
        var now = new BitSet();
        for (var i = 0; i < heights.columns() * heights.rows(); i++) {
            now.set(i, Float.isNaN(heights.share(i)));
        }
        var sameGrid = heights.columns() == columns && heights.rows() == rows;
        if (!sameGrid) {
            columns = heights.columns();
            rows = heights.rows();
            points = new float[3 * columns * rows];
            normals = new float[3 * columns * rows];
        }
        fill(heights);
        if (sameGrid && now.equals(holes)) {
            mesh.getPoints().set(0, points, 0, points.length);
            mesh.getNormals().set(0, normals, 0, normals.length);
            return;
        }
        holes = now;
        // One that JavaFX has drawn already keeps buffers of its old size, and drawing then fails for the whole window.
        mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
        mesh.getPoints().setAll(points);
        mesh.getNormals().setAll(normals);
        mesh.getTexCoords().setAll(places());
        mesh.getFaces().setAll(faces());
    }

    /** Heights beyond the range end at it; the picture is transparent there. */
    private void fill(HeightMesh heights) {
        for (var i = 0; i < columns * rows; i++) {
            var share = heights.share(i);
            points[3 * i] = (float) heights.x(i % columns);
            points[3 * i + 1] = (float) heights.y(i / columns);
            points[3 * i + 2] = Float.isNaN(share) ? 0 : (float) (Math.clamp(share, 0f, 1f) * Box.TOP);
            normals[3 * i] = heights.normalX(i);
            normals[3 * i + 1] = heights.normalY(i);
            normals[3 * i + 2] = heights.normalZ(i);
        }
    }

    private float[] places() {
        var places = new float[2 * columns * rows];
        for (var i = 0; i < columns * rows; i++) {
            places[2 * i] = (points[3 * i] + 1) / 2;
            places[2 * i + 1] = (points[3 * i + 1] + 1) / 2;
        }
        return places;
    }

    private int[] faces() {
        var faces = new int[18 * (columns - 1) * (rows - 1)];
        var count = 0;
        for (var row = 0; row + 1 < rows; row++) {
            for (var column = 0; column + 1 < columns; column++) {
                var at = row * columns + column;
                count = face(faces, count, at, at + 1, at + columns + 1);
                count = face(faces, count, at, at + columns + 1, at + columns);
            }
        }
        return Arrays.copyOf(faces, count);
    }

    private int face(int[] faces, int count, int... vertices) {
        for (var vertex : vertices) {
            if (holes.get(vertex)) {
                return count;
            }
        }
        var next = count;
        for (var vertex : vertices) {
            // Point, normal and place in the picture have one number.
            faces[next++] = vertex;
            faces[next++] = vertex;
            faces[next++] = vertex;
        }
        return next;
    }
}
