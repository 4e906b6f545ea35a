package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.ImagePlane;

/**
 * Asks a model about places of a plane. The images are made on the device from the image and its two directions, which lie
 * there. Belongs to the engine's thread.
 */
final class PlaneQueries implements AutoCloseable {

    private final NDManager manager;
    private final ModelQueries model;
    private final ImagePlane.Shape shape;
    private final int label;
    private final boolean clip;
    private final NDArray image;
    private final NDArray first;
    private final NDArray second;

    PlaneQueries(
            TorchEngine engine,
            ExploredModel model,
            ImagePlane plane,
            int label,
            boolean clip,
            BooleanSupplier cancelled) {
        this.manager = engine.manager().newSubManager();
        this.model = new ModelQueries(model.classifier(), cancelled);
        this.shape = plane.shape();
        this.label = label;
        this.clip = clip;
        this.image = ImageTensors.row(plane.image(), manager);
        this.first = ImageTensors.row(plane.first(), manager);
        this.second = ImageTensors.row(plane.second(), manager);
    }

    /**
     * What the model says of some places.
     *
     * @param a along the first direction
     * @param b along the second, as many
     * @throws java.util.concurrent.CancellationException if the caller gave up
     */
    LogitRow[] at(float[] a, float[] b) {
        int count = a.length;
        int classes = model.classes();
        float[] logits = logits(a, b);
        LogitRow[] rows = new LogitRow[count];
        for (int i = 0; i < count; i++) {
            rows[i] = LogitRow.of(logits, i * classes, classes, label);
        }
        return rows;
    }

    /** The logits of some places, one after another. */
    float[] logits(float[] a, float[] b) {
        try (NDManager scratch = manager.newSubManager()) {
            // The factors come first, so that products belong to the scratch manager.
            NDArray alongFirst = scratch.create(a, new Shape(a.length, 1)).mul(first);
            NDArray alongSecond = scratch.create(b, new Shape(b.length, 1)).mul(second);
            NDArray moved = alongFirst.add(alongSecond).add(image);
            NDArray shown = clip ? moved.clip(0, 1) : moved;
            NDArray images = shown.reshape(a.length, shape.height(), shape.width(), shape.channels())
                    .transpose(0, 3, 1, 2);
            return model.logits(images).toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
