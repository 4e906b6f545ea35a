package org.smoothbench.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.RuntimeSpec;

/** Single layers: what is drawn and when, memory layout, and sums by hand. */
class LayerTest {

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final NDManager manager = engine.manager();
    private final StateDict state = new StateDict(new DrawnArrays(manager, 5));

    @AfterEach
    void close() {
        engine.close();
    }

    private NDArray images(int count, int channels, int size) {
        engine.seed(11);
        return manager.randomUniform(0, 1, new Shape(count, size, size, channels))
                .transpose(0, 3, 1, 2);
    }

    @Test
    void dropoutKeepsItsShareScaledInTrainingAlone() {
        Layer dropout = new Dropout(0.3);
        NDArray x = manager.ones(new Shape(100, 1000));
        assertThat(dropout.forward(x, Pass.INFERENCE)).isSameAs(x);
        engine.seed(1);
        float[] first = dropout.forward(x, Pass.TRAINING).toFloatArray();
        engine.seed(1);
        assertThat(dropout.forward(x, Pass.TRAINING).toFloatArray()).containsExactly(first);
        assertThat(dropout.forward(x, Pass.TRAINING).toFloatArray()).isNotEqualTo(first);
        int kept = 0;
        for (float value : first) {
            assertThat(value == 0 || Math.abs(value - 1 / 0.7) < 1e-6).isTrue();
            kept += value == 0 ? 0 : 1;
        }
        // Five standard deviations of a binomial share: 5 sqrt(0.7 x 0.3 / 100000).
        assertThat(kept / 100_000.0).isCloseTo(0.7, within(0.0073));
        assertThat(new Dropout(0).forward(x, Pass.TRAINING)).isSameAs(x);
    }

    @Test
    void stochasticDepthSkipsWholeImagesInTrainingAlone() {
        Layer depth = new StochasticDepth(0.8);
        NDArray x = manager.ones(new Shape(5000, 2, 3, 3));
        assertThat(depth.forward(x, Pass.INFERENCE)).isSameAs(x);
        assertThat(new StochasticDepth(1).forward(x, Pass.TRAINING)).isSameAs(x);
        engine.seed(1);
        float[] first = depth.forward(x, Pass.TRAINING).toFloatArray();
        engine.seed(1);
        assertThat(depth.forward(x, Pass.TRAINING).toFloatArray()).containsExactly(first);
        int survivors = 0;
        for (int image = 0; image < 5000; image++) {
            for (int i = 0; i < 18; i++) {
                assertThat(first[image * 18 + i]).isEqualTo(first[image * 18]);
            }
            assertThat(first[image * 18]).isIn(0f, 1.25f);
            survivors += first[image * 18] == 0 ? 0 : 1;
        }
        // Five standard deviations: 5 sqrt(0.8 x 0.2 / 5000).
        assertThat(survivors / 5000.0).isCloseTo(0.8, within(0.0283));
    }

    @Test
    void everyLayerKeepsChannelsLast() throws ReflectiveOperationException {
        Activation silu = new Silu();
        ConvolutionShape grouped = ConvolutionShape.of(16, 16, 3).grouped(4);
        BatchNormalization.Settings settings = BatchNormalization.Settings.DEFAULT;
        Map<String, Layer> layers = new LinkedHashMap<>();
        layers.put("convolution", new Convolution(state, "a", ConvolutionShape.of(16, 8, 3)));
        layers.put("grouped", new Convolution(state, "b", grouped.strided(2)));
        layers.put("depthwise", new Convolution(state, "c", ConvolutionShape.depthwise(16, 5)));
        layers.put("normalization", new BatchNormalization(state, "d", 16));
        layers.put("activation", new ActivationLayer(state, "e", silu));
        layers.put("pooling", new MaxPooling(3, 2, 1));
        layers.put("squeeze-and-excitation", new SqueezeExcitation(state, "f", 16, 4, silu));
        layers.put("dropout", new Dropout(0.5));
        layers.put("stochastic depth", new StochasticDepth(0.5));
        layers.put("basic", new BasicBlock(state, "g", ConvolutionShape.of(16, 24, 3), settings, silu));
        layers.put("bottleneck", new Bottleneck(state, "h", 16, 32, grouped, settings, silu));
        layers.put("symmetric", NormalizationLayer.of(manager, new InputNormalization.Symmetric(), 16));
        NDArray x = images(3, 16, 9);
        assertThat(plain(manager.ones(x.getShape()))).isTrue();
        for (Map.Entry<String, Layer> layer : layers.entrySet()) {
            for (Pass pass : new Pass[] {Pass.TRAINING, Pass.INFERENCE}) {
                NDArray y = layer.getValue().forward(x, pass);
                assertThat(plain(y)).as("%s, %s", layer.getKey(), pass.mode()).isFalse();
                assertThat(y.getManager()).as(layer.getKey()).isSameAs(x.getManager());
            }
        }
    }

    /** Whether an array lies image by image, channel by channel; DJL knows, but tells its own package only. */
    private static boolean plain(NDArray array) throws ReflectiveOperationException {
        Class<?> library = Class.forName("ai.djl.pytorch.jni.PyTorchLibrary");
        Field instance = library.getDeclaredField("LIB");
        instance.setAccessible(true);
        Method contiguous = library.getDeclaredMethod("torchIsContiguous", long.class);
        contiguous.setAccessible(true);
        return (boolean) contiguous.invoke(instance.get(null), ((PtNDArray) array).getHandle());
    }

    @Test
    void squeezeAndExcitationGatesChannelsByTheirMeans() {
        SqueezeExcitation layer = new SqueezeExcitation(state, "se", 3, 2, new Relu());
        double[] means = {0.25, 0.5, 0.75};
        NDArray x = manager.create(new float[] {0, 0.5f, 0.5f, 0.5f, 0.5f, 1}, new Shape(1, 3, 1, 2));
        float[] squeeze = values("se.fc1.weight");
        float[] excite = values("se.fc2.weight");
        float[] found = layer.forward(x, Pass.INFERENCE).toFloatArray();
        for (int c = 0; c < 3; c++) {
            double sum = 0;
            for (int h = 0; h < 2; h++) {
                double inner = 0;
                for (int k = 0; k < 3; k++) {
                    inner += squeeze[h * 3 + k] * means[k];
                }
                sum += excite[c * 2 + h] * Math.max(0, inner);
            }
            double gate = 1 / (1 + Math.exp(-sum));
            assertThat((double) found[2 * c + 1]).isCloseTo(gate * x.getFloat(0, c, 0, 1), within(1e-6));
        }
    }

    private float[] values(String name) {
        NDArray array = state.all().get(name);
        assertThat(array).as(name).isNotNull();
        return array == null ? new float[0] : array.toFloatArray();
    }

    @Test
    void batchNormalizationMovesItsStatisticsByTheMomentum() {
        Layer layer = new BatchNormalization(state, "bn", 1, new BatchNormalization.Settings(1, 0.25, 0.5));
        NDArray x = manager.create(new float[] {1, 2, 3, 6}, new Shape(4, 1, 1, 1));
        float[] y = layer.forward(x, Pass.TRAINING).toFloatArray();
        // Mean 3, biased variance 3.5 for the output, unbiased 14/3 for the running one.
        assertThat(y[3]).isCloseTo((float) (3 / Math.sqrt(3.5 + 0.5)), within(1e-6f));
        assertThat(values("bn.running_mean")[0]).isCloseTo(0.75f, within(1e-6f));
        assertThat(values("bn.running_var")[0]).isCloseTo((float) (0.75 + 0.25 * 14 / 3), within(1e-6f));
    }
}
