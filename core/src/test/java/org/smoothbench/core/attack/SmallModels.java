package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** Models small enough to know what attacks on them must find, and what holds of the outcomes of any attack. */
final class SmallModels {

    private SmallModels() {}

    /** Numbers that reference scripts draw, too. */
    static float[] random(long seed, int count, double from, double to) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (from + (to - from) * random.nextDouble());
        }
        return values;
    }

    /** A model of tensor operations. */
    private record Model(NDArray first, NDArray second, int classes) implements Classifier {

        @Override
        public NDArray logits(NDArray images) {
            NDArray rows = images.reshape(images.getShape().get(0), -1);
            return rows.matMul(first).tanh().matMul(second);
        }
    }

    private record Linear(NDArray weights, int classes) implements Classifier {

        @Override
        public NDArray logits(NDArray images) {
            return images.reshape(images.getShape().get(0), -1).matMul(weights);
        }
    }

    /** Logits linear in the pixels, which come channel after channel; weights class after class. */
    static Classifier linear(NDManager manager, float[] weights, int classes) {
        NDArray matrix = manager.create(weights, new Shape(classes, weights.length / classes))
                .transpose()
                .duplicate();
        return new Linear(matrix, classes);
    }

    /** Two layers with tanh between them, without biases; weights uniform up to the gain over the root of the fan-in. */
    static Classifier mlp(NDManager manager, long seed, int pixels, int hidden, int classes, double gain) {
        double one = gain / Math.sqrt(pixels);
        double two = gain / Math.sqrt(hidden);
        NDArray first = manager.create(random(seed, pixels * hidden, -one, one), new Shape(pixels, hidden));
        NDArray second = manager.create(random(seed + 1, hidden * classes, -two, two), new Shape(hidden, classes));
        return new Model(first.duplicate(), second.duplicate(), classes);
    }

    /** Images with the classes a model gives them. */
    static Batch labelled(NDManager manager, Classifier model, float[] nchw, Shape shape) {
        NDArray plain = manager.create(nchw, shape);
        NDArray images = plain.transpose(0, 2, 3, 1).duplicate().transpose(0, 3, 1, 2);
        int[] labels = Arrays.stream(model.logits(images).argMax(1).toLongArray())
                .mapToInt(Math::toIntExact)
                .toArray();
        NDArray oneHot = manager.create(labels).oneHot(model.classes(), DataType.FLOAT32);
        return new Batch(images, oneHot, labels);
    }

    /** Budget, box and flags on random shapes and numbers of classes. */
    static void checkRandomCases(NDManager manager, Attack attack, ThreatModel threat, int mostClasses) {
        SplittableRandom random = new SplittableRandom(11);
        int fell = 0;
        int stood = 0;
        for (int round = 0; round < 6; round++) {
            int channels = 1 + random.nextInt(4);
            int height = 1 + random.nextInt(9);
            int width = 1 + random.nextInt(9);
            int classes = round == 0 ? 2 : round == 1 ? mostClasses : 2 + random.nextInt(20);
            int pixels = channels * height * width;
            Classifier model = mlp(manager, round * 10L, pixels, 16, classes, 4);
            float[] drawn = random(round, 12 * pixels, -0.2, 1.2);
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = Math.clamp(drawn[i], 0f, 1f);
            }
            Batch batch = labelled(manager, model, drawn, new Shape(12, channels, height, width));
            AttackOutcome outcome = attack.run(new ModelQueries(model), batch, round);
            checkOutcome(outcome, model, batch, threat);
            fell += outcome.fallenCount();
            stood += batch.size() - outcome.fallenCount();
        }
        assertThat(fell).isPositive();
        assertThat(stood).isPositive();
    }

    /** Those that fell are misclassified, within the budget and in [0, 1]; the others are as they were. */
    static void checkOutcome(AttackOutcome outcome, Classifier model, Batch batch, ThreatModel threat) {
        long[] predicted = model.logits(outcome.adversarial()).argMax(1).toLongArray();
        float[] clean = batch.images().toFloatArray();
        float[] found = outcome.adversarial().toFloatArray();
        int pixels = clean.length / batch.size();
        for (int i = 0; i < batch.size(); i++) {
            assertThat(predicted[i] != batch.label(i)).isEqualTo(outcome.fell(i));
            double largest = 0;
            double squares = 0;
            for (int p = i * pixels; p < (i + 1) * pixels; p++) {
                assertThat(found[p]).isBetween(0f, 1f);
                double move = (double) found[p] - clean[p];
                largest = Math.max(largest, Math.abs(move));
                squares += move * move;
            }
            double length = threat instanceof ThreatModel.Linf ? largest : Math.sqrt(squares);
            assertThat(length).isLessThanOrEqualTo(outcome.fell(i) ? threat.radius() + 1e-6 : 0);
        }
    }

    /** Images alone, in small batches and all together meet the same fate. */
    static void checkCompanyDoesNotMatter(NDManager manager, Attack attack, Classifier model, Batch all) {
        AttackOutcome together = attack.run(new ModelQueries(model), all, 7);
        float[] expected = together.adversarial().toFloatArray();
        assertThat(together.fallen()).contains(true).contains(false);
        int pixels = expected.length / all.size();
        int[] shuffled =
                IntStream.range(0, all.size()).map(i -> i * 7 % all.size()).toArray();
        for (int size : new int[] {1, 4}) {
            for (int from = 0; from + size <= Math.min(all.size(), 5 * size); from += size) {
                int[] places = Arrays.copyOfRange(shuffled, from, from + size);
                Batch some = all.pick(places, manager);
                AttackOutcome outcome = attack.run(new ModelQueries(model), some, 7);
                float[] found = outcome.adversarial().toFloatArray();
                for (int i = 0; i < size; i++) {
                    assertThat(outcome.fell(i)).isEqualTo(together.fell(places[i]));
                    for (int p = 0; p < pixels; p++) {
                        assertThat(Math.abs(found[i * pixels + p] - expected[places[i] * pixels + p]))
                                .isLessThan(1e-4f);
                    }
                }
            }
        }
    }

    /** An attack adds one tensor, the adversarial images, to the manager of the batch. */
    static void checkNothingIsLeft(NDManager manager, Attack attack, Classifier model, Batch batch) {
        try (NDManager owner = manager.newSubManager()) {
            int[] all = IntStream.range(0, batch.size()).toArray();
            Batch own = batch.pick(all, owner);
            int before = manager.getManagedArrays().size();
            AttackOutcome outcome = attack.run(new ModelQueries(model), own, 1);
            assertThat(outcome.fallenCount()).isPositive();
            assertThat(outcome.adversarial().getManager()).isEqualTo(owner);
            // Those of managers below count as well.
            assertThat(manager.getManagedArrays()).hasSize(before + 1);
        }
    }
}
