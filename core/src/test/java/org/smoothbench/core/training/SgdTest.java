package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.RuntimeSpec;

/** The optimizer against PyTorch's update written out in double precision. */
class SgdTest {

    private static final double[] RATES = {0.1, 0.1, 0.01, 0.01, 0.05};

    @Test
    void followsPyTorchsUpdateWhenTheRateChanges() {
        OptimizerSpec spec = new OptimizerSpec(0.1, 0.9, 0.01);
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0))) {
            NDArray weights = engine.manager().create(new float[] {1, -2, 0.5f}).duplicate();
            weights.setRequiresGradient(true);
            NDArray slope = engine.manager().create(new float[] {3, 1, -4}).duplicate();
            double[] w = {1, -2, 0.5};
            double[] c = {3, 1, -4};
            double[] v = new double[3];
            try (Sgd sgd = new Sgd(spec, Map.of("w", weights), engine.manager())) {
                for (double rate : RATES) {
                    backward(weights, slope);
                    sgd.step(rate);
                    for (int i = 0; i < 3; i++) {
                        // The loss is the sum of c w²/2, so its gradient is c w.
                        v[i] = 0.9 * v[i] + c[i] * w[i] + 0.01 * w[i];
                        w[i] -= rate * v[i];
                        assertThat((double) weights.getFloat(i)).isCloseTo(w[i], within(1e-5));
                    }
                }
            }
        }
    }

    private static void backward(NDArray weights, NDArray slope) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray half = slope.mul(weights.getManager().full(slope.getShape(), 0.5f));
            collector.backward(weights.square().mul(half).sum());
        }
    }
}
