package org.smoothbench.core.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.smoothbench.core.attack.PgdAttack;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.CrossEntropy;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/**
 * One step of training: the inner maximisation with the network in inference mode and its parameters frozen, then a
 * descent step on the examples it found, in training mode (the paper, section 3; the authors' code).
 */
final class TrainingStep {

    private final Network network;
    private final Sgd optimizer;
    private final TrainingMethod method;

    TrainingStep(Network network, Sgd optimizer, TrainingMethod method) {
        this.network = network;
        this.optimizer = optimizer;
        this.method = method;
    }

    /**
     * What a step saw.
     *
     * @param loss mean cross-entropy of the examples trained on, in nats
     * @param correct how many of them the network got right, in training mode
     */
    record Outcome(double loss, int correct) {}

    /**
     * Trains on a batch.
     *
     * @param learningRate after the schedule
     * @param scratch owns everything that is made; the caller closes it after the step
     */
    Outcome run(Batch batch, double learningRate, NDManager scratch) {
        NDArray examples = examples(batch);
        NDArray weights = batch.oneHot().mul(Scalars.of(scratch, 1.0 / batch.size()));
        NDArray logits;
        NDArray loss;
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            logits = network.forward(examples, Pass.TRAINING);
            loss = CrossEntropy.weighted(logits, weights);
            collector.backward(loss);
        }
        double value = loss.getFloat();
        // A step along a gradient that is not a number would destroy every weight.
        if (Double.isFinite(value)) {
            optimizer.step(learningRate);
        }
        return new Outcome(value, count(batch.correct(logits)));
    }

    private NDArray examples(Batch batch) {
        return switch (method) {
            case TrainingMethod.Standard _ -> batch.images();
            case TrainingMethod.Adversarial adversarial -> {
                try (Network.Frozen _ = network.freeze()) {
                    yield new PgdAttack(adversarial.attack()).perturb(network, batch);
                }
            }
        };
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
