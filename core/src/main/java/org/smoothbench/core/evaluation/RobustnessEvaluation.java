package org.smoothbench.core.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.smoothbench.core.attack.PgdAttack;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.model.Network;

/**
 * Measures clean accuracy, and robust accuracy under PGD. Only images the model gets right are attacked, and an image
 * counts as robust if no iterate of the attack fooled the model. Works on the engine's thread.
 */
public final class RobustnessEvaluation {

    private final EvaluationSpec spec;
    private final TorchEngine engine;
    private final ImageSupply images;

    /** An evaluation of models on images. */
    public RobustnessEvaluation(EvaluationSpec spec, TorchEngine engine, ImageSupply images) {
        this.spec = spec;
        this.engine = engine;
        this.images = images;
    }

    /** How many images are looked at. */
    public int examples() {
        return spec.examples() == 0 ? images.size() : Math.min(spec.examples(), images.size());
    }

    /**
     * Measures a network in inference mode.
     *
     * @param seed what random starts follow from
     * @param cancelled asked before each batch; when true, the images so far are the result
     */
    public Accuracy measure(Network network, long seed, BooleanSupplier cancelled) {
        engine.seed(seed);
        Accuracy total = new Accuracy(0, 0, 0);
        try (Network.Frozen _ = network.freeze()) {
            for (int from = 0; from < examples() && !cancelled.getAsBoolean(); from += spec.batchSize()) {
                int[] indices = IntStream.range(from, Math.min(from + spec.batchSize(), examples()))
                        .map(this::spread)
                        .toArray();
                total = sum(total, measure(network, indices));
            }
        }
        return total;
    }

    /** Image folders lie class by class, so the first images would be of the first classes only. */
    private int spread(int example) {
        return (int) ((long) example * images.size() / examples());
    }

    private Accuracy measure(Network network, int[] indices) {
        try (NDManager scratch = engine.manager().newSubManager()) {
            int[] right = right(network, images.batch(indices, scratch), indices);
            if (right.length == 0) {
                return new Accuracy(indices.length, 0, 0);
            }
            boolean[] fallen = new PgdAttack(spec.attack()).fells(network, images.batch(right, scratch));
            int robust = (int)
                    IntStream.range(0, fallen.length).filter(i -> !fallen[i]).count();
            return new Accuracy(indices.length, right.length, robust);
        }
    }

    private static int[] right(Network network, Batch batch, int[] indices) {
        boolean[] correct = batch.correct(network.logits(batch.images()));
        return IntStream.range(0, indices.length)
                .filter(i -> correct[i])
                .map(i -> indices[i])
                .toArray();
    }

    private static Accuracy sum(Accuracy a, Accuracy b) {
        return new Accuracy(a.examples() + b.examples(), a.clean() + b.clean(), a.robust() + b.robust());
    }
}
