package org.smoothbench.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EfficientNetSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;

/** Kinds of arrays, and loading: all or nothing, in place. */
class StateDictTest {

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final Network network = create(1);

    private Network create(long seed) {
        return Network.create(engine, new ResNetSpec(8, 8, new Silu()), new ImageShape(3, 16, 16), 10, seed);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private NDArray images() {
        engine.seed(3);
        return engine.manager().randomUniform(0, 1, new Shape(2, 16, 16, 3)).transpose(0, 3, 1, 2);
    }

    private Map<String, NDArray> copyOf(Network source) {
        Map<String, NDArray> copy = new LinkedHashMap<>();
        source.state().all().forEach((name, array) -> {
            NDArray own = array.duplicate();
            own.attach(engine.manager());
            copy.put(name, own);
        });
        return copy;
    }

    @Test
    void saysWhatEachParameterIsFor() {
        StateDict state = network.state();
        assertThat(state.kind("conv1.weight")).isEqualTo(ParameterKind.WEIGHT);
        assertThat(state.kind("layer1.0.bn1.weight")).isEqualTo(ParameterKind.BATCH_NORM);
        assertThat(state.kind("layer1.0.bn1.bias")).isEqualTo(ParameterKind.BATCH_NORM);
        assertThat(state.kind("fc.weight")).isEqualTo(ParameterKind.WEIGHT);
        assertThat(state.kind("fc.bias")).isEqualTo(ParameterKind.BIAS);
        assertThat(state.activationScalar("act9.r", new Shape(1), 20).getFloat())
                .isEqualTo(20);
        assertThat(state.kind("act9.r")).isEqualTo(ParameterKind.ACTIVATION);
        assertThatThrownBy(() -> state.kind("bn1.running_mean")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyParameterOfAnEfficientNetHasAKind() {
        StateDict state = new StateDict(new PlannedArrays());
        var _ = Architecture.build(
                state,
                new EfficientNetSpec(EfficientNetSpec.Scaling.B0, new Silu()),
                new ImageShape(3, 224, 224),
                1000);
        assertThat(state.parameters().keySet())
                .allSatisfy(name -> assertThat(state.kind(name)).isNotNull());
        assertThat(state.kind("features.1.0.block.1.fc1.weight")).isEqualTo(ParameterKind.WEIGHT);
        assertThat(state.kind("features.1.0.block.1.fc1.bias")).isEqualTo(ParameterKind.BIAS);
    }

    @Test
    void loadsIntoTheArraysThatOthersHold() {
        try (Network other = create(2)) {
            float[] expected = other.logits(images()).toFloatArray();
            NDArray held = Objects.requireNonNull(network.state().parameters().get("fc.weight"));
            Map<String, NDArray> weights = copyOf(other);
            weights.put("bn1.num_batches_tracked", engine.manager().zeros(new Shape(), DataType.INT64));
            weights.compute(
                    "conv1.weight", (_, array) -> Objects.requireNonNull(array).toType(DataType.FLOAT64, true));
            network.state().load(weights);
            weights.values().forEach(NDArray::close);
            assertThat(network.logits(images()).toFloatArray()).containsExactly(expected);
            assertThat(network.state().parameters().get("fc.weight")).isSameAs(held);
            assertThat(held.hasGradient()).isTrue();
        }
    }

    @Test
    void namesEveryMismatchAndChangesNothing() {
        float[] before = network.logits(images()).toFloatArray();
        Map<String, NDArray> weights;
        try (Network other = create(2)) {
            weights = copyOf(other);
        }
        weights.remove("bn1.running_var");
        weights.put("fc.weight", engine.manager().ones(new Shape(1000, 32)));
        weights.put("fc.bias", engine.manager().ones(new Shape(10), DataType.INT32));
        weights.put("head.weight", engine.manager().ones(new Shape(3)));
        assertThatThrownBy(() -> network.state().load(weights))
                .hasMessageContaining("bn1.running_var: expected (8), found nothing")
                .asInstanceOf(InstanceOfAssertFactories.type(WeightMismatchException.class))
                .extracting(WeightMismatchException::mismatches, InstanceOfAssertFactories.list(WeightMismatch.class))
                .containsExactly(
                        new WeightMismatch("bn1.running_var", "(8)", "nothing"),
                        new WeightMismatch("fc.weight", "(10, 32)", "(1000, 32)"),
                        new WeightMismatch("fc.bias", "(10)", "(10) of type int32"),
                        new WeightMismatch("head.weight", "nothing", "(3)"));
        assertThat(network.logits(images()).toFloatArray()).containsExactly(before);
    }
}
