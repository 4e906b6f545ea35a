package org.smoothbench.viz.export;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.smoothbench.viz.field.ScalarField;

/** Saves the numbers of fields. Files are replaced whole, as by {@link ChartExport}. */
public final class FieldExport {
    private final Executor background;

    /**
     * An export that works elsewhere.
     *
     * @param background runs what takes long, on any thread but the FX thread
     */
    public FieldExport(Executor background) {
        this.background = background;
    }

    /**
     * Saves a field. Any thread.
     *
     * @return completes on a thread of the executor with the file, or exceptionally with an {@link ExportException}
     */
    public CompletableFuture<Path> save(ScalarField field, FieldFormat format, Path target) {
        return InBackground.save(background, target, () -> write(field, format, target));
    }

    /**
     * Saves a field and waits for it. Any thread but the FX thread.
     *
     * @throws ExportException if the file could not be written; what was there before is untouched. A surface without a single
     *     whole cell is none.
     */
    public static void write(ScalarField field, FieldFormat format, Path target) throws ExportException {
        switch (format) {
            case FieldFormat.Npy npy -> WholeFile.write(target, out -> NpyFile.write(field, out));
            case FieldFormat.Ply ply ->
                WholeFile.write(target, out -> PlyFile.write(mesh(field, ply.height(), target), ply.scale(), out));
            case FieldFormat.Obj obj ->
                WholeFile.write(target, out -> ObjFile.write(mesh(field, obj.height(), target), obj.scale(), out));
        }
    }

    private static FieldMesh mesh(ScalarField field, double height, Path target) throws ExportException {
        var mesh = FieldMesh.of(field, height);
        if (mesh.triangles() == 0) {
            throw new ExportException(
                    target, "every cell of the surface has a hole, so there is nothing to save", null);
        }
        return mesh;
    }
}
