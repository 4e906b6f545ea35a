package org.smoothbench.viz.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.smoothbench.viz.field.ColourScale;

/** The polygon file format 1.0, binary: a header of text, then vertices, then faces. */
final class PlyFile {
    private static final int VERTEX_BYTES = 7 * Float.BYTES + 3;
    private static final int FACE_BYTES = 1 + 3 * Integer.BYTES;

    private PlyFile() {}

    static void write(FieldMesh mesh, ColourScale scale, OutputStream out) throws IOException {
        out.write(header(mesh).getBytes(StandardCharsets.US_ASCII));
        var bytes = ByteBuffer.allocate(VERTEX_BYTES * mesh.vertices() + FACE_BYTES * mesh.triangles())
                .order(ByteOrder.LITTLE_ENDIAN);
        var normals = mesh.normals();
        for (var vertex = 0; vertex < mesh.vertices(); vertex++) {
            bytes.putFloat((float) mesh.x(vertex));
            bytes.putFloat((float) mesh.y(vertex));
            bytes.putFloat((float) mesh.z(vertex));
            for (var i = 0; i < 3; i++) {
                bytes.putFloat(normals[3 * vertex + i]);
            }
            var argb = scale.argb(mesh.value(vertex));
            bytes.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb);
            bytes.putFloat(mesh.value(vertex));
        }
        for (var triangle = 0; triangle < mesh.triangles(); triangle++) {
            bytes.put((byte) 3);
            for (var i = 0; i < 3; i++) {
                bytes.putInt(mesh.corner(triangle, i));
            }
        }
        out.write(bytes.array());
    }

    private static String header(FieldMesh mesh) {
        return """
                ply
                format binary_little_endian 1.0
                comment Smoothbench; x and y in the units of their axes
                element vertex %d
                property float x
                property float y
                property float z
                property float nx
                property float ny
                property float nz
                property uchar red
                property uchar green
                property uchar blue
                property float value
                element face %d
                property list uchar int vertex_indices
                end_header
                """.formatted(mesh.vertices(), mesh.triangles());
    }
}
