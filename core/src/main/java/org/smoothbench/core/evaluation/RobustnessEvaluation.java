package org.smoothbench.core.evaluation;

import ai.djl.ndarray.NDManager;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.smoothbench.core.attack.AttackOutcome;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.attack.PgdSearch;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.BatchFeed;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.Mode;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/**
 * Measures clean accuracy, and robust accuracy under PGD. Only images the model gets right are attacked, and an image
 * counts as robust if no iterate of the attack fooled the model. Works on the engine's thread.
 */
public final class RobustnessEvaluation {

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
        int[] order = images.spread(examples());
        try (Network.Frozen _ = network.freeze();
                BatchFeed feed = images.evaluationFeed(order, spec.batchSize())) {
            while (feed.hasNext() && !cancelled.getAsBoolean()) {
                total = sum(total, measure(network, feed, seed));
            }
        }
        return total;
    }

    private Accuracy measure(Network network, BatchFeed feed, long seed) {
        try (NDManager scratch = engine.manager().newSubManager()) {
            Batch all = feed.next(scratch);
            boolean[] correct = all.correct(network.logits(all.images()));
            int[] right = IntStream.range(0, all.size()).filter(i -> correct[i]).toArray();
            if (right.length == 0) {
                return new Accuracy(all.size(), 0, 0, singleStep ? 0 : -1);
            }
            Batch batch = all.pick(right, scratch);
            int[] standing = spec.attack().epsilon() == 0
                    ? new int[] {right.length, right.length}
                    : standing(
                            network, batch, new ThreatModel.Linf(spec.attack().epsilon()), seed);
            return new Accuracy(all.size(), right.length, standing[0], singleStep ? standing[1] : -1);
        }
    }

    /** How many stand the attack, and how many the single step. */
    private int[] standing(Network network, Batch batch, ThreatModel threat, long seed) {
        int robust = survivors(network, batch, new PgdSearch(search(spec.attack()), threat), seed);
        // FGSM from a random start: the attack that collapsed networks withstand.
        PgdSearch fgsm = new PgdSearch(new AttackSpec.Fgsm(true), threat);
        return new int[] {robust, singleStep ? survivors(network, batch, fgsm, seed) : 0};
    }

    private int survivors(Network network, Batch batch, PgdSearch attack, long seed) {
        Classifier attacked =
                network.through(new Pass(Mode.INFERENCE, spec.attack().backward()));
        AttackOutcome outcome = attack.run(new ModelQueries(attacked), batch, seed);
        return batch.size() - outcome.fallenCount();
    }

    private static AttackSpec.Pgd search(PgdSpec attack) {
        // A share of 0 would leave the choice to the attack.
        double stepShare = Math.max(attack.stepSize() / attack.epsilon(), Double.MIN_NORMAL);
        return new AttackSpec.Pgd(
                attack.steps(),
                stepShare,
                1,
                attack.randomStart(),
                AttackSpec.Loss.CE,
                0,
                AttackSpec.Iterate.FIRST_SUCCESS);
    }

    private static Accuracy sum(Accuracy a, Accuracy b) {
        return new Accuracy(
                a.examples() + b.examples(),
                a.clean() + b.clean(),
                a.robust() + b.robust(),
                a.singleStep() < 0 ? -1 : a.singleStep() + b.singleStep());
    }
}
