package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.model.Network;

/** What a training method does with one batch: find the examples, then move the weights. On the engine's thread. */
interface TrainingStep {

    /**
     * What a step saw.
     *
     * @param loss mean of the outer minimisation's loss over the examples, in nats
     * @param correct how many of the examples the network got right, as it was while it was trained on them
     * @param examples how many examples the network was trained on
     */
    record Outcome(double loss, int correct, int examples) {}

    /** Trains on a batch; a loss that is not finite leaves the weights as they are. */
    Outcome run(Batch batch, Moment moment);

    /** What the method carries from batch to batch, by name, for checkpoints; most carry nothing. */
    default Map<String, NDArray> carried() {
        return Map.of();
    }

    /** Takes up what {@link #carried()} gave at a checkpoint; copies the arrays. */
    default void carry(Map<String, NDArray> arrays) {}

    /**
     * The step of a method.
     *
     * @param owner of what the method carries from batch to batch
     */
    static TrainingStep of(TrainingSpec spec, Network network, Sgd optimizer, NDManager owner) {
        Descent descent = new Descent(spec, network, optimizer);
        return switch (spec.method()) {
            case TrainingMethod.Standard _ -> (batch, moment) -> descent.step(batch, batch.images(), moment);
            case TrainingMethod.Adversarial method -> new AdversarialStep(network, descent, method);
            case TrainingMethod.Fast method ->
                new AdversarialStep(
                        network,
                        descent,
                        new TrainingMethod.Adversarial(
                                method.attack(), method.batchNorm(), 0, TrainingMethod.Coin.BATCH));
            case TrainingMethod.Free method -> new FreeStep(descent, method, owner);
            case TrainingMethod.Trades method -> new TradesStep(network, descent, method);
        };
    }
}
