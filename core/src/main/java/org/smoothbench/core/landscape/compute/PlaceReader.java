package org.smoothbench.core.landscape.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.PlaceReading;

/** Asks a model about single places of a plane, for somebody who points at them. Works on the engine's thread. */
public final class PlaceReader {

    private final TorchEngine engine;
    private final ExploredModel model;
    private final BooleanSupplier cancelled;

    /**
     * Questions to a model.
     *
     * @param cancelled asked before each query
     */
    public PlaceReader(TorchEngine engine, ExploredModel model, BooleanSupplier cancelled) {
        this.engine = engine;
        this.model = model;
        this.cancelled = cancelled;
    }

    /**
     * What the model says of a place.
     *
     * @param label the image's class
     * @param clip whether pixels that leave [0, 1] are moved back
     * @throws java.util.concurrent.CancellationException if the caller gave up
     */
    public PlaceReading at(ImagePlane plane, int label, boolean clip, double a, double b) {
        try (PlaneQueries queries = new PlaneQueries(engine, model, plane, label, clip, cancelled)) {
            float[] logits = queries.logits(new float[] {(float) a}, new float[] {(float) b});
            LogitRow row = LogitRow.of(logits, 0, logits.length, label);
            return new PlaceReading(row.loss(), row.margin(), row.predicted(), probabilities(logits));
        }
    }

    private static List<Double> probabilities(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        List<Double> probabilities = new ArrayList<>();
        for (float logit : logits) {
            probabilities.add(Math.exp(logit - largest) / sum);
        }
        return probabilities;
    }
}
