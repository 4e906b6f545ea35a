package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import java.util.SplittableRandom;
import org.smoothbench.core.attack.PgdAttack;
import org.smoothbench.core.attack.Start;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.BatchNormMode;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.model.Mode;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/**
 * The inner maximisation with the network's parameters frozen, then a descent step on the examples it found and on nothing
 * else (the paper, section 3; the authors' code).
 */
final class AdversarialStep implements TrainingStep {

    private final Network network;
    private final Descent descent;
    private final TrainingMethod.Adversarial method;
    private final PgdAttack attack;
    private final Pass inner;

    AdversarialStep(Network network, Descent descent, TrainingMethod.Adversarial method) {
        this.network = network;
        this.descent = descent;
        this.method = method;
        this.attack = new PgdAttack(method.attack());
        this.inner = new Pass(mode(method.batchNorm()), method.attack().backward());
    }

    /** The mode a network is in while it is attacked. */
    static Mode mode(BatchNormMode batchNorm) {
        return switch (batchNorm) {
            case INFERENCE -> Mode.INFERENCE;
            case TRAINING -> Mode.TRAINING;
        };
    }

    @Override
    public Outcome run(Batch batch, Moment moment) {
        NDArray examples;
        try (Network.Frozen _ = network.freeze()) {
            examples = attack.perturb(network.through(inner), batch.images(), batch.oneHot(), start(moment.seed()));
        }
        return descent.step(batch, examples, moment);
    }

    /** Where the attack of a step begins. */
    Start start(long seed) {
        if (!method.attack().randomStart()) {
            return new Start.AtImage();
        }
        return switch (method.coin()) {
            case IMAGE -> new Start.Uniform(method.cleanStart());
            case BATCH ->
                new SplittableRandom(seed).nextDouble() < method.cleanStart()
                        ? new Start.AtImage()
                        : new Start.Uniform(0);
        };
    }
}
