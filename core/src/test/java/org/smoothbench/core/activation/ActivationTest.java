package org.smoothbench.core.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;

/** Formulas against finite differences of an independent form; the tensor form against the formulas. */
class ActivationTest {

    private static final float[] POINTS = {
        -1e30f, -1e4f, -90, -30, -5, -1.5f, -1, -1e-3f, 0, 1e-3f, 1, 1.5f, 5, 30, 90, 1e4f, 1e30f
    };

    static List<Activation> family() {
        return List.of(new Activation.Relu(), new Activation.Silu());
    }

    /** Written from the paper's table, not from the code under test. */
    private static double independent(Activation activation, double x) {
        return switch (activation) {
            case Activation.Relu _ -> x > 0 ? x : 0;
            case Activation.Silu _ -> x * (Math.tanh(x / 2) + 1) / 2;
        };
    }

    @ParameterizedTest
    @MethodSource("family")
    void derivativesMatchFiniteDifferences(Activation activation) {
        double h = 1e-4;
        for (double x = -12; x <= 12; x += 0.37) {
            double up = independent(activation, x + h);
            double here = independent(activation, x);
            double down = independent(activation, x - h);
            assertThat(activation.value(x)).isCloseTo(here, within(1e-13));
            assertThat(activation.firstDerivative(x)).isCloseTo((up - down) / (2 * h), within(1e-8));
            assertThat(activation.secondDerivative(x)).isCloseTo((up - 2 * here + down) / (h * h), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void valuesAndDerivativesAreFiniteEverywhere(Activation activation) {
        for (float x : POINTS) {
            assertThat(activation.value(x)).isFinite();
            assertThat(activation.firstDerivative(x)).isFinite();
            assertThat(activation.secondDerivative(x)).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void tensorFormHasTheFormulasValueAndGradient(Activation activation) {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0))) {
            NDArray x = engine.manager().create(POINTS).duplicate();
            x.setRequiresGradient(true);
            NDArray y;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                y = TensorForm.of(activation, (_, _) -> {
                            throw new AssertionError("no trained numbers here");
                        })
                        .forward(x, new BackwardDerivative.Own());
                collector.backward(y.sum());
            }
            float[] values = y.toFloatArray();
            float[] slopes = x.getGradient().toFloatArray();
            for (int i = 0; i < POINTS.length; i++) {
                double exact = activation.value(POINTS[i]);
                assertThat((double) values[i]).isCloseTo(exact, within(1e-6 * Math.max(1, Math.abs(exact))));
                assertThat((double) slopes[i]).isCloseTo(activation.firstDerivative(POINTS[i]), within(1e-6));
            }
        }
    }
}
