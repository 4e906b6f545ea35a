package org.smoothbench.core.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.smoothbench.core.attack.PgdAttack;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.BatchFeed;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.Mode;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/**
 * Measures clean accuracy, and robust accuracy under PGD. Only images the model gets right are attacked, and an image
 * counts as robust if no iterate of the attack fooled the model. Works on the engine's thread.
 */
public final class RobustnessEvaluation {

    /** An odd number far from small ones, so that batches of one evaluation draw apart. */
    private static final long BATCH_STRIDE = 0x9E3779B97F4A7C15L;

    private final EvaluationSpec spec;
    private final TorchEngine engine;
    private final ImageSupply images;
    private final boolean singleStep;

    /**
     * An evaluation of models on images.
     *
     * @param singleStep whether accuracy under a single step is measured, too
     */
    public RobustnessEvaluation(EvaluationSpec spec, TorchEngine engine, ImageSupply images, boolean singleStep) {
        this.spec = spec;
        this.engine = engine;
        this.images = images;
        this.singleStep = singleStep;
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
        Accuracy total = new Accuracy(0, 0, 0, singleStep ? 0 : -1);
        int[] order = IntStream.range(0, examples()).map(this::spread).toArray();
        try (Network.Frozen _ = network.freeze();
                BatchFeed feed = images.evaluationFeed(order, spec.batchSize())) {
            while (feed.hasNext() && !cancelled.getAsBoolean()) {
                engine.seed(seed + total.examples() * BATCH_STRIDE);
                total = sum(total, measure(network, feed));
            }
        }
        return total;
    }

    /** Image folders lie class by class, so the first images would be of the first classes only. */
    private int spread(int example) {
        return (int) ((long) example * images.size() / examples());
    }

    private Accuracy measure(Network network, BatchFeed feed) {
        try (NDManager scratch = engine.manager().newSubManager()) {
            Batch all = feed.next(scratch);
            boolean[] correct = all.correct(network.logits(all.images()));
            int[] right = IntStream.range(0, all.size()).filter(i -> correct[i]).toArray();
            if (right.length == 0) {
                return new Accuracy(all.size(), 0, 0, singleStep ? 0 : -1);
            }
            Batch batch = all.pick(right, scratch);
            int robust = survivors(network, batch, spec.attack());
            int single = singleStep ? survivors(network, batch, singleStep(spec.attack())) : -1;
            return new Accuracy(all.size(), right.length, robust, single);
        }
    }

    private static int survivors(Network network, Batch batch, PgdSpec attack) {
        Classifier attacked = network.through(new Pass(Mode.INFERENCE, attack.backward()));
        boolean[] fallen = new PgdAttack(attack).fells(attacked, batch);
        return (int) IntStream.range(0, fallen.length).filter(i -> !fallen[i]).count();
    }

    /** FGSM with random start and the full budget as its step: the attack that collapsed networks withstand. */
    private static PgdSpec singleStep(PgdSpec attack) {
        return new PgdSpec(attack.epsilon(), attack.epsilon(), 1, true, attack.backward());
    }

    private static Accuracy sum(Accuracy a, Accuracy b) {
        return new Accuracy(
                a.examples() + b.examples(),
                a.clean() + b.clean(),
                a.robust() + b.robust(),
                a.singleStep() < 0 ? -1 : a.singleStep() + b.singleStep());
    }
}
