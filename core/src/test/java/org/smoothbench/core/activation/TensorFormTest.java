package org.smoothbench.core.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.MemoryLayout;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;

/** The form on tensors against the formulas in double precision, with every derivative behind it. */
class TensorFormTest {

    private static final float[] SIZES = {
        0,
        Float.MIN_VALUE,
        1e-30f,
        1e-7f,
        1e-3f,
        0.01f,
        0.3f,
        1,
        1.278f,
        1.5f,
        2,
        3,
        5,
        8,
        10,
        14,
        16.7f,
        20,
        21,
        30,
        90,
        200,
        1e4f,
        1e20f,
        1e30f
    };

    /** float32 has 6e-8; Mish and GELU lose a little more where a factor near 1 is subtracted from 1 and times x. */
    private static final double ROUNDING = 2e-6;

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

    static List<Activation> family() {
        return Family.members();
    }

    private static float[] points() {
        float[] points = new float[2 * SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            points[2 * i] = SIZES[i];
            points[2 * i + 1] = -SIZES[i];
        }
        return points;
    }

    private TensorForm form(Activation activation) {
        return TensorForm.of(activation, (name, initial) -> {
            NDArray scalar = network.full(new Shape(1), (float) initial);
            scalar.setRequiresGradient(true);
            return scalar;
        });
    }

    private static List<BackwardDerivative> derivatives() {
        List<BackwardDerivative> derivatives = new ArrayList<>();
        derivatives.add(new BackwardDerivative.Own());
        Family.members().forEach(f -> derivatives.add(new BackwardDerivative.Surrogate(f)));
        return derivatives;
    }

    /** What comes out and what the sum of it has as its gradient. */
    private record Pass(List<Float> values, List<Float> slopes) {}

    private static List<Float> list(NDArray array) {
        float[] numbers = array.toFloatArray();
        List<Float> list = new ArrayList<>();
        for (float number : numbers) {
            // Makes -0 a 0: only their sign differs where a probe adds 0.
            list.add(number + 0f);
        }
        return list;
    }

    /** The same numbers as an activation meets them in a network: computed, not a leaf, which DJL treats differently. */
    private static NDArray inside(NDArray leaf) {
        return leaf.mul(Constants.beside(leaf, 1));
    }

    private Pass pass(TensorForm form, float[] points, BackwardDerivative backward, Runnable between) {
        try (NDManager step = engine.manager().newSubManager()) {
            NDArray shared = step.create(points);
            NDArray x = shared.duplicate();
            shared.close();
            x.setRequiresGradient(true);
            NDArray y;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                y = form.forward(inside(x), backward);
                between.run();
                collector.backward(y.sum());
            }
            return new Pass(list(y), list(x.getGradient()));
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void valueAndEveryGradientAreThoseOfTheFormulas(Activation activation) {
        TensorForm form = form(activation);
        float[] points = points();
        List<Float> plain =
                pass(form, points, new BackwardDerivative.Own(), () -> {}).values();
        for (BackwardDerivative backward : derivatives()) {
            Activation behind =
                    backward instanceof BackwardDerivative.Surrogate surrogate ? surrogate.activation() : activation;
            Pass pass = pass(form, points, backward, () -> {});
            assertThat(pass.values()).as("the probe leaves the value as it is").isEqualTo(plain);
            for (int i = 0; i < points.length; i++) {
                double exact = activation.value(points[i]);
                assertThat((double) pass.values().get(i))
                        .as("%s at %s", activation.label(), points[i])
                        .isCloseTo(exact, within(1e-6 * Math.max(1, Math.abs(exact))));
                assertThat((double) pass.slopes().get(i))
                        .as("%s of %s at %s", backward.label(), activation.label(), points[i])
                        .isCloseTo(behind.firstDerivative(points[i]), within(ROUNDING));
            }
        }
    }

    @Test
    void collectionsBetweenForwardAndBackwardChangeNothing() {
        List<TensorForm> forms = Family.members().stream().map(this::form).toList();
        List<List<Float>> undisturbed = slopes(forms, () -> {});
        for (int round = 0; round < 10; round++) {
            assertThat(slopes(forms, TensorFormTest::collect)).isEqualTo(undisturbed);
        }
    }

    /** The gradients of all forms, own and of two probes, from one backward pass. */
    private List<List<Float>> slopes(List<TensorForm> forms, Runnable between) {
        List<BackwardDerivative> behind = List.of(
                new BackwardDerivative.Own(),
                new BackwardDerivative.Surrogate(new ParametricSoftplus(10)),
                new BackwardDerivative.Surrogate(new Elu(1.4)));
        try (NDManager step = engine.manager().newSubManager()) {
            List<NDArray> inputs = new ArrayList<>();
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray total = step.zeros(new Shape());
                for (TensorForm form : forms) {
                    for (BackwardDerivative backward : behind) {
                        NDArray x = step.arange(-8f, 8f, 1 / 64f);
                        x.setRequiresGradient(true);
                        inputs.add(x);
                        total = total.add(form.forward(inside(x), backward).sum());
                    }
                }
                between.run();
                collector.backward(total);
            }
            return inputs.stream().map(x -> list(x.getGradient())).toList();
        }
    }

    /** Frees what Java does not hold any more and writes over it. */
    private static void collect() {
        System.gc();
        byte[][] pressure = new byte[16][];
        for (int i = 0; i < pressure.length; i++) {
            pressure[i] = new byte[1 << 16];
        }
        assertThat(pressure[15]).hasSize(1 << 16);
    }

    @ParameterizedTest
    @MethodSource("family")
    void memoryLayoutIsKept(Activation activation) {
        TensorForm form = form(activation);
        for (BackwardDerivative backward :
                List.of(new BackwardDerivative.Own(), new BackwardDerivative.Surrogate(new ParametricSoftplus(10)))) {
            try (NDManager step = engine.manager().newSubManager()) {
                NDArray x = step.randomNormal(new Shape(2, 5, 4, 3)).transpose(0, 3, 1, 2);
                assertThat(MemoryLayout.isChannelsLast(x)).isTrue();
                x.setRequiresGradient(true);
                try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                    NDArray y = form.forward(inside(x), backward);
                    assertThat(MemoryLayout.isChannelsLast(y)).isTrue();
                    collector.backward(y.sum());
                }
                assertThat(MemoryLayout.isChannelsLast(x.getGradient())).isTrue();
                assertThat(MemoryLayout.isChannelsLast(form.forward(x.stopGradient(), backward)))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void onlyTheResultStaysAndNothingWithTheNetwork(Activation activation) {
        TensorForm form = form(activation);
        int before = network.getManagedArrays().size();
        for (BackwardDerivative backward : derivatives()) {
            try (NDManager step = engine.manager().newSubManager()) {
                NDArray x = step.ones(new Shape(2, 3));
                x.setRequiresGradient(true);
                try (GradientCollector _ = Engine.getEngine("PyTorch").newGradientCollector()) {
                    NDArray y = form.forward(x.neg(), backward);
                    assertThat(y.getManager()).isSameAs(step);
                    // Leaf, argument and result.
                    assertThat(step.getManagedArrays()).hasSize(3);
                }
            }
            assertThat(network.getManagedArrays()).hasSize(before);
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void laterCallsHaveTheBitsOfTheFirst(Activation activation) {
        TensorForm form = form(activation);
        float[] points = points();
        Pass first = pass(form, points, new BackwardDerivative.Own(), () -> {});
        for (int call = 0; call < 60; call++) {
            // Other sizes between, so that a graph made for one of them would show.
            float[] some = Arrays.copyOf(points, 1 + call % points.length);
            Pass part = pass(form, some, new BackwardDerivative.Own(), () -> {});
            assertThat(part.slopes()).hasSize(some.length);
            assertThat(pass(form, points, new BackwardDerivative.Own(), () -> {}))
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void withoutGradientsTheValueIsTheSame(Activation activation) {
        TensorForm form = form(activation);
        float[] points = points();
        try (NDManager step = engine.manager().newSubManager()) {
            NDArray y = form.forward(step.create(points), new BackwardDerivative.Surrogate(new Silu()));
            assertThat(list(y))
                    .isEqualTo(pass(form, points, new BackwardDerivative.Own(), () -> {})
                            .values());
        }
    }
}
