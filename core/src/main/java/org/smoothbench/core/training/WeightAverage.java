package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.model.Network;

/** An exponential moving average of a network's arrays, in a network of its own. On the engine's thread. */
final class WeightAverage implements AutoCloseable {

    private final WeightAveraging.Ema spec;
    private final Network trained;
    private final Network averaged;

    /**
     * An average that begins with the trained network's arrays.
     *
     * @param averaged a network of the same architecture, which is closed with this average
     */
    WeightAverage(WeightAveraging.Ema spec, Network trained, Network averaged) {
        this.spec = spec;
        this.trained = trained;
        this.averaged = averaged;
        averaged.state().load(trained.state().all());
    }

    /** The network with the averaged arrays. */
    Network network() {
        return averaged;
    }

    /**
     * Takes the trained network's arrays into the average.
     *
     * @param step completed steps before the one just done
     */
    void update(long step, NDManager owner) {
        Map<String, NDArray> parameters = trained.state().parameters();
        try (NDManager scratch = owner.newSubManager()) {
            NDArray share = Scalars.of(scratch, 1 - spec.decayAt(step));
            NDArray all = Scalars.of(scratch, 1);
            trained.state().all().forEach((name, array) -> {
                boolean statistic = !parameters.containsKey(name);
                boolean copied = statistic && spec.batchNorm() == WeightAveraging.Statistics.TRAINED;
                move(name, array, copied ? all : share, scratch);
            });
        }
    }

    private void move(String name, NDArray trainedArray, NDArray share, NDManager scratch) {
        NDArray average = averaged.state().all().get(name);
        if (average == null) {
            throw new IllegalStateException("the average has no " + name);
        }
        NDArray now = trainedArray.stopGradient();
        now.attach(scratch);
        average.addi(now.sub(average).mul(share));
    }

    @Override
    public void close() {
        averaged.close();
    }
}
