package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.RuntimeSpec;

/** The optimizer against PyTorch's update written out in double precision. */
class SgdTest {

    private static final double[] RATES = {0.1, 0.1, 0.01, 0.01, 0.05};
    private static final double[] START = {1, -2, 0.5};
    private static final double[] SLOPE = {3, 1, -4};

    /** What torch.optim.SGD and clip_grad_norm_ do, of the loss sum of c w²/2, whose gradient is c w. */
    private static final class Reference {

        private final OptimizerSpec spec;
        private final boolean decays;
        private final double[] w = START.clone();
        private final double[] v = new double[3];

        Reference(OptimizerSpec spec, boolean decays) {
            this.spec = spec;
            this.decays = decays;
        }

        void step(double rate) {
            double norm = 0;
            for (int i = 0; i < 3; i++) {
                norm += SLOPE[i] * w[i] * SLOPE[i] * w[i];
            }
            double scale = spec.clipNorm() > 0 ? Math.min(1, spec.clipNorm() / (Math.sqrt(norm) + 1e-6)) : 1;
            for (int i = 0; i < 3; i++) {
                double g = scale * SLOPE[i] * w[i] + (decays ? spec.weightDecay() * w[i] : 0);
                v[i] = spec.momentum() * v[i] + g;
                w[i] -= rate * (spec.nesterov() ? g + spec.momentum() * v[i] : v[i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0, true",
        "true, 0, true",
        "false, 2, true",
        "true, 0.5, false",
        "false, 0, false",
        "false, 1000, true"
    })
    void followsPyTorchsUpdateWhenTheRateChanges(boolean nesterov, double clipNorm, boolean decays) {
        OptimizerSpec spec =
                new OptimizerSpec(0.1, 0.9, nesterov, 0.01, List.of(), clipNorm, new BackwardDerivative.Own());
        Reference reference = new Reference(spec, decays);
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0))) {
            NDArray weights = engine.manager().create(new float[] {1, -2, 0.5f}).duplicate();
            weights.setRequiresGradient(true);
            NDArray slope = engine.manager().create(new float[] {3, 1, -4}).duplicate();
            Set<String> decaying = decays ? Set.of("w") : Set.of();
            try (Sgd sgd = new Sgd(spec, Map.of("w", weights), decaying, engine.manager())) {
                for (double rate : RATES) {
                    backward(weights, slope);
                    sgd.step(rate);
                    reference.step(rate);
                    for (int i = 0; i < 3; i++) {
                        assertThat((double) weights.getFloat(i)).isCloseTo(reference.w[i], within(1e-5));
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
