package org.smoothbench.core.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.function.Supplier;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.CrossEntropy;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.model.Mode;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/** The outer minimisation: one step of the weights along the gradient of a loss, the network in training mode. */
final class Descent {

    private final TrainingSpec spec;
    private final Network network;
    private final Sgd optimizer;
    private final Pass pass;

    Descent(TrainingSpec spec, Network network, Sgd optimizer) {
        this.spec = spec;
        this.network = network;
        this.optimizer = optimizer;
        this.pass = new Pass(Mode.TRAINING, spec.optimizer().backward());
    }

    /**
     * A loss that has been computed.
     *
     * @param value a tensor without dimensions
     * @param logits of the examples whose accuracy counts, in the order of the batch
     */
    record Loss(NDArray value, NDArray logits) {}

    /** Logits as the weights' gradients need them. */
    NDArray logits(NDArray images) {
        return network.forward(images, pass);
    }

    /** Cross-entropy averaged over a batch, with smoothed labels if the settings ask for it. */
    NDArray meanCrossEntropy(NDArray logits, Batch batch) {
        NDManager scratch = batch.images().getManager();
        NDArray targets = batch.oneHot();
        double smoothing = spec.labelSmoothing();
        if (smoothing > 0) {
            targets = targets.mul(Scalars.of(scratch, 1 - smoothing))
                    .add(Scalars.of(scratch, smoothing / network.classes()));
        }
        return CrossEntropy.weighted(logits, targets.mul(Scalars.of(scratch, 1.0 / batch.size())));
    }

    /** A step on the cross-entropy of examples, which take the place of the batch's images. */
    TrainingStep.Outcome step(Batch batch, NDArray examples, Moment moment) {
        return step(
                batch,
                () -> {
                    NDArray logits = logits(examples);
                    return new Loss(meanCrossEntropy(logits, batch), logits);
                },
                moment);
    }

    /** A step on any loss. */
    TrainingStep.Outcome step(Batch batch, Supplier<Loss> forward, Moment moment) {
        Loss loss;
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            loss = forward.get();
            collector.backward(loss.value());
        }
        double value = loss.value().getFloat();
        // A step along a gradient that is not a number would destroy every weight.
        if (Double.isFinite(value)) {
            optimizer.step(moment.learningRate());
        }
        return new TrainingStep.Outcome(value, count(batch.correct(loss.logits())), batch.size());
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
