package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.attack.PgdAttack;
import org.smoothbench.core.attack.Start;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/**
 * TRADES (Zhang et al. 2019, equation 5 and algorithm 1): the examples maximise the divergence of their predictions from
 * those of the clean images; the weights minimise clean cross-entropy plus beta times that divergence.
 */
final class TradesStep implements TrainingStep {

    /** Of the noise that the attack starts with: at the image itself the divergence has no gradient. */
    private static final double START_DEVIATION = 0.001;

    private final Network network;
    private final Descent descent;
    private final TrainingMethod.Trades method;
    private final PgdAttack attack;
    private final Pass inner;

    TradesStep(Network network, Descent descent, TrainingMethod.Trades method) {
        this.network = network;
        this.descent = descent;
        this.method = method;
        this.attack = new PgdAttack(method.attack());
        this.inner = new Pass(
                AdversarialStep.mode(method.batchNorm()), method.attack().backward());
    }

    @Override
    public Outcome run(Batch batch, Moment moment) {
        NDArray examples = examples(batch);
        return descent.step(batch, () -> loss(batch, examples), moment);
    }

    private NDArray examples(Batch batch) {
        try (Network.Frozen _ = network.freeze()) {
            Classifier attacked = network.through(inner);
            // The gradient of the divergence and that of the cross-entropy with these targets are the same.
            NDArray targets = attacked.logits(batch.images()).softmax(1);
            return attack.perturb(attacked, batch.images(), targets, new Start.Gaussian(START_DEVIATION));
        }
    }

    private Descent.Loss loss(Batch batch, NDArray examples) {
        NDArray clean = descent.logits(batch.images());
        NDArray adversarial = descent.logits(examples);
        NDArray logClean = clean.logSoftmax(1);
        NDArray divergence = logClean.exp()
                .mul(logClean.sub(adversarial.logSoftmax(1)))
                .sum()
                .mul(Scalars.of(clean.getManager(), method.beta() / batch.size()));
        return new Descent.Loss(descent.meanCrossEntropy(clean, batch).add(divergence), adversarial);
    }
}
