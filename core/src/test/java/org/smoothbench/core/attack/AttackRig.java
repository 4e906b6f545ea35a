package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** Random images and small models whose formulas a test can evaluate in double precision. */
final class AttackRig implements AutoCloseable {

    final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    /** Logits that are affine in the pixels, in the order channel, row, column. */
    record Affine(NDArray weights, NDArray biases) implements Classifier {

        @Override
        public NDArray logits(NDArray images) {
            return images.reshape(images.getShape().get(0), -1).dot(weights).add(biases);
        }

        @Override
        public int classes() {
            return Math.toIntExact(biases.getShape().get(0));
        }
    }

    /** An affine layer, ReLU, and another affine layer. */
    record TwoLayers(Affine first, Affine second) implements Classifier {

        @Override
        public NDArray logits(NDArray images) {
            NDArray hidden = first.logits(images);
            return second.logits(hidden.mul(hidden.gt(0).toType(hidden.getDataType(), false)));
        }

        @Override
        public int classes() {
            return second.classes();
        }
    }

    static float[] random(int count, long seed, double from, double to) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
        return values;
    }

    NDArray tensor(float[] values, long... shape) {
        return engine.manager().create(values, new Shape(shape)).duplicate();
    }

    /** An affine model; weights lie input by input. */
    Affine affine(float[] weights, float... biases) {
        return new Affine(
                tensor(weights, weights.length / biases.length, biases.length), tensor(biases, biases.length));
    }

    /** An affine model with random weights and no biases. */
    Affine affine(int inputs, int classes, long seed) {
        return affine(random(inputs * classes, seed, -1, 1), new float[classes]);
    }

    /** An affine model all of whose logits are zero at the grey image. */
    Affine undecidedAtGrey(float[] weights, int classes) {
        float[] biases = new float[classes];
        for (int i = 0; i < weights.length; i++) {
            biases[i % classes] -= weights[i] / 2;
        }
        return affine(weights, biases);
    }

    TwoLayers twoLayers(int inputs, int hidden, int classes, long seed) {
        return new TwoLayers(
                affine(random(inputs * hidden, seed, -1, 1), random(hidden, seed + 1, -1, 1)),
                affine(random(hidden * classes, seed + 2, -1, 1), random(classes, seed + 3, -1, 1)));
    }

    Batch batch(NDArray images, int classes, int... labels) {
        NDArray oneHot = engine.manager().create(labels).oneHot(classes).duplicate();
        return new Batch(images, oneHot, labels);
    }

    /** Random images, labelled as the model sees them. */
    Batch seenBy(Classifier model, long seed, double from, double to, long... shape) {
        NDArray images = tensor(random((int) new Shape(shape).size(), seed, from, to), shape);
        int[] labels = IntStream.range(0, (int) shape[0]).toArray();
        long[] predicted = model.logits(images).argMax(1).toLongArray();
        Arrays.setAll(labels, i -> (int) predicted[i]);
        return batch(images, model.classes(), labels);
    }

    /** That images that fell are misclassified and within the budget, and the others as they were. */
    static void assertTrue(AttackOutcome outcome, Classifier model, Batch batch, ThreatModel threat) {
        NDArray adversarial = outcome.adversarial();
        boolean[] correct = batch.correct(model.logits(adversarial));
        float[] found = adversarial.toFloatArray();
        float[] clean = batch.images().toFloatArray();
        int pixels = clean.length / batch.size();
        for (int place = 0; place < batch.size(); place++) {
            double largest = 0;
            double squares = 0;
            for (int i = place * pixels; i < (place + 1) * pixels; i++) {
                assertThat((double) found[i]).isBetween(0.0, 1.0);
                double moved = (double) found[i] - clean[i];
                largest = Math.max(largest, Math.abs(moved));
                squares += moved * moved;
            }
            double distance = threat instanceof ThreatModel.Linf ? largest : Math.sqrt(squares);
            assertThat(distance).isLessThanOrEqualTo(threat.radius() + 1e-6);
            assertThat(correct[place]).isNotEqualTo(outcome.fell(place));
            if (!outcome.fell(place)) {
                assertThat(distance).isZero();
            }
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
