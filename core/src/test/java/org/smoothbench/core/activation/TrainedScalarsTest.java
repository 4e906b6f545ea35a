package org.smoothbench.core.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;

/** The numbers that SmoothReLU and PSSiLU train: their gradients against differences of the formulas in double. */
class TrainedScalarsTest {

    private static final float[] INPUTS = {-30, -2, -0.4f, 0, 1e-4f, 0.003f, 0.1f, 0.7f, 2, 5, 40};

    private final Map<String, NDArray> scalars = new LinkedHashMap<>();
    private TorchEngine engine;
    private NDManager network;

    @BeforeEach
    void open() {
        engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
        network = engine.manager().newSubManager();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private NDArray create(String name, double initial) {
        NDArray scalar = network.full(new Shape(1), (float) initial);
        scalar.setRequiresGradient(true);
        scalars.put(name, scalar);
        return scalar;
    }

    private NDArray scalar(String name) {
        return Objects.requireNonNull(scalars.get(name));
    }

    /** Values and slopes of the sum of the results; the trained numbers hold their gradients afterwards. */
    private double[][] pass(TensorForm form, BackwardDerivative backward) {
        try (NDManager step = engine.manager().newSubManager()) {
            NDArray x = step.create(INPUTS).duplicate();
            x.setRequiresGradient(true);
            NDArray y;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                y = form.forward(x.mul(Constants.beside(x, 1)), backward);
                collector.backward(y.sum());
            }
            return new double[][] {doubles(y), doubles(x.getGradient())};
        }
    }

    private static double[] doubles(NDArray array) {
        float[] floats = array.toFloatArray();
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    private static double sum(Activation activation) {
        double sum = 0;
        for (float x : INPUTS) {
            sum += activation.value(x);
        }
        return sum;
    }

    /** Richardson's extrapolation of central differences. */
    private static double derivative(DoubleUnaryOperator f, double at) {
        double h = 1e-3 * Math.max(0.01, Math.abs(at));
        double coarse = (f.applyAsDouble(at + 2 * h) - f.applyAsDouble(at - 2 * h)) / (4 * h);
        double fine = (f.applyAsDouble(at + h) - f.applyAsDouble(at - h)) / (2 * h);
        return (4 * fine - coarse) / 3;
    }

    private void set(String name, double value) {
        scalar(name).set(new float[] {(float) value});
    }

    private static Activation smooth(double r) {
        return new SmoothRelu(r * r, true);
    }

    private static Activation shifted(double alpha, double beta) {
        return new Pssilu(Math.abs(alpha), Math.abs(beta), true);
    }

    @Test
    void smoothReluStartsAtTheRootOfAlphaAndPssiluAtItsNumbers() {
        TensorForm.of(new SmoothRelu(400, true), this::create);
        TensorForm.of(new Pssilu(2, 0.25, true), this::create);
        assertThat(scalars.keySet()).containsExactly("r", "alpha", "beta");
        assertThat(scalar("r").getFloat(0)).isEqualTo(20f);
        assertThat(scalar("alpha").getFloat(0)).isEqualTo(2f);
        assertThat(scalar("beta").getFloat(0)).isEqualTo(0.25f);
    }

    @Test
    void fixedOnesAskForNoNumbers() {
        TensorForm.of(new SmoothRelu(400, false), this::create);
        TensorForm.of(new Pssilu(1, 0, false), this::create);
        assertThat(scalars).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 3, 0.5, 0.05, -7})
    void gradientOfRIsThatOfTheFormula(double r) {
        for (BackwardDerivative backward :
                new BackwardDerivative[] {new BackwardDerivative.Own(), new BackwardDerivative.Surrogate(new Silu())}) {
            TensorForm form = TensorForm.of(new SmoothRelu(400, true), this::create);
            set("r", r);
            double[][] pass = pass(form, backward);
            for (int i = 0; i < INPUTS.length; i++) {
                double exact = smooth(r).value(INPUTS[i]);
                assertThat(pass[0][i]).isCloseTo(exact, within(1e-6 * Math.max(1, exact)));
            }
            double expected = derivative(s -> sum(smooth(s)), r);
            assertThat((double) scalar("r").getGradient().getFloat(0))
                    .isCloseTo(expected, within(2e-5 * Math.abs(expected)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-5, -1e-9})
    void alphaStaysPositiveWhateverTheOptimizerDoes(double r) {
        TensorForm form = TensorForm.of(new SmoothRelu(400, true), this::create);
        set("r", r);
        double[][] pass = pass(form, new BackwardDerivative.Own());
        Activation floor = smooth(1e-3);
        for (int i = 0; i < INPUTS.length; i++) {
            double exact = floor.value(INPUTS[i]);
            assertThat(pass[0][i]).isCloseTo(exact, within(1e-6 * Math.max(1, Math.abs(INPUTS[i]))));
            assertThat(pass[1][i]).isCloseTo(floor.firstDerivative(INPUTS[i]), within(1e-6));
        }
        assertThat(scalar("r").getGradient().getFloat(0)).isFinite().isNotZero();
    }

    @Test
    void gradientsOfPssilusNumbersAreThoseOfTheFormula() {
        for (double[] at : new double[][] {{1, 0.001}, {2.5, 0.3}, {-0.7, 0.1}, {0.4, -0.2}}) {
            for (BackwardDerivative backward : new BackwardDerivative[] {
                new BackwardDerivative.Own(), new BackwardDerivative.Surrogate(new ParametricSoftplus(10))
            }) {
                TensorForm form = TensorForm.of(new Pssilu(1, 1e-8, true), this::create);
                set("alpha", at[0]);
                set("beta", at[1]);
                double[][] pass = pass(form, backward);
                for (int i = 0; i < INPUTS.length; i++) {
                    double exact = shifted(at[0], at[1]).value(INPUTS[i]);
                    assertThat(pass[0][i]).isCloseTo(exact, within(1e-6 * Math.max(1, Math.abs(exact))));
                }
                double alpha = derivative(a -> sum(shifted(a, at[1])), at[0]);
                double beta = derivative(b -> sum(shifted(at[0], b)), at[1]);
                assertThat((double) scalar("alpha").getGradient().getFloat(0))
                        .isCloseTo(alpha, within(2e-5 * Math.abs(alpha)));
                assertThat((double) scalar("beta").getGradient().getFloat(0))
                        .isCloseTo(beta, within(2e-5 * Math.abs(beta)));
            }
        }
    }

    @Test
    void hugeInputsGiveFiniteGradients() {
        TensorForm smooth = TensorForm.of(new SmoothRelu(400, true), this::create);
        TensorForm shifted = TensorForm.of(new Pssilu(1, 1e-8, true), this::create);
        for (float x : new float[] {-1e30f, 0, 1e30f}) {
            for (TensorForm form : new TensorForm[] {smooth, shifted}) {
                try (NDManager step = engine.manager().newSubManager();
                        GradientCollector collector =
                                Engine.getEngine("PyTorch").newGradientCollector()) {
                    collector.backward(form.forward(step.full(new Shape(2), x), new BackwardDerivative.Own())
                            .sum());
                }
            }
            scalars.forEach((name, scalar) ->
                    assertThat(scalar.getGradient().getFloat(0)).as(name).isFinite());
        }
    }

    @Test
    void frozenNumbersGetNoGradientAndTheInputKeepsIts() {
        TensorForm form = TensorForm.of(new SmoothRelu(400, true), this::create);
        scalar("r").setRequiresGradient(false);
        double[][] frozen = pass(form, new BackwardDerivative.Own());
        scalar("r").setRequiresGradient(true);
        assertThat(scalar("r").getGradient().getFloat(0)).isZero();
        assertThat(pass(form, new BackwardDerivative.Own())).isDeepEqualTo(frozen);
        assertThat(scalar("r").getGradient().getFloat(0)).isNotZero();
    }
}
