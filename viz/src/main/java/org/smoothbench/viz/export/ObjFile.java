package org.smoothbench.viz.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.smoothbench.viz.field.ColourScale;

/** Wavefront's object file: vertices with colours, normals, faces. Counts from 1. */
final class ObjFile {
    private ObjFile() {}

    static void write(FieldMesh mesh, ColourScale scale, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        text.write("# Smoothbench; x and y in the units of their axes\n# v x y z red green blue\no surface\n");
        for (var vertex = 0; vertex < mesh.vertices(); vertex++) {
            var argb = scale.argb(mesh.value(vertex));
            text.write(String.format(
                    Locale.ROOT,
                    "v %s %s %s %.4f %.4f %.4f\n",
                    (float) mesh.x(vertex),
                    (float) mesh.y(vertex),
                    (float) mesh.z(vertex),
                    (argb >> 16 & 0xff) / 255.0,
                    (argb >> 8 & 0xff) / 255.0,
                    (argb & 0xff) / 255.0));
        }
        var normals = mesh.normals();
        for (var i = 0; i < normals.length; i += 3) {
            text.write(String.format(Locale.ROOT, "vn %.5f %.5f %.5f\n", normals[i], normals[i + 1], normals[i + 2]));
        }
        for (var triangle = 0; triangle < mesh.triangles(); triangle++) {
            var a = mesh.corner(triangle, 0) + 1;
            var b = mesh.corner(triangle, 1) + 1;
            var c = mesh.corner(triangle, 2) + 1;
            text.write(String.format(Locale.ROOT, "f %d//%d %d//%d %d//%d\n", a, a, b, b, c, c));
        }
        text.flush();
    }
}
