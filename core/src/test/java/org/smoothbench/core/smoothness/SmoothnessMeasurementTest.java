package org.smoothbench.core.smoothness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.attack.ImageDraws;
import org.smoothbench.core.engine.DeviceImages;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.MlpSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;

/** Metrics of models that are formulas, against the same formulas in double precision. */
final class SmoothnessMeasurementTest {

    private static final double EPSILON = 8 / 255.0;
    private static final ThreatModel LINF = new ThreatModel.Linf(8);
    private static final long SEED = 11;

    /** Pixels far enough from 0 and 1 that no budget meets the border. */
    private final Plane plane = new Plane(12, 60, 190);

    @AfterEach
    void close() {
        plane.close();
    }

    private static SmoothnessSettings settings(ThreatModel threat, int batch) {
        return SmoothnessSettings.usual(threat, 256, batch, SEED);
    }

    private SmoothnessReport measure(Classifier model, ThreatModel threat) {
        try (DeviceImages images = plane.images(model.classes())) {
            return new SmoothnessMeasurement(plane.engine, images, settings(threat, 5))
                    .measure(model, () -> false, _ -> {});
        }
    }

    private SmoothnessReport measure(Network network, Activation activation, int batch) {
        try (DeviceImages images = plane.images(2)) {
            return new SmoothnessMeasurement(plane.engine, images, settings(LINF, batch))
                    .measure(network, activation, () -> false, _ -> {});
        }
    }

    /** The distribution of what a formula says of each image. */
    private Distribution expected(ToDoubleFunction<double[]> formula) {
        return expectedOf(i -> formula.applyAsDouble(plane.image(i)));
    }

    private Distribution expectedOf(IntToDoubleFunction formula) {
        double[] values = new double[plane.count()];
        Arrays.setAll(values, formula);
        return Distribution.of(values);
    }

    private static void equal(
            SmoothnessReport report, SmoothnessMetric metric, Distribution expected, double relative) {
        Distribution found = report.metric(metric).distribution();
        String name = metric.label();
        assertThat(found.count()).as(name).isEqualTo(expected.count());
        assertThat(found.leftOut()).as(name).isEqualTo(expected.leftOut());
        double slack = relative * Math.max(1e-9, Math.abs(expected.median()));
        assertThat(found.median()).as(name).isCloseTo(expected.median(), within(slack));
        assertThat(found.low()).as(name).isCloseTo(expected.low(), within(slack));
        assertThat(found.high()).as(name).isCloseTo(expected.high(), within(slack));
        assertThat(found.mean()).as(name).isCloseTo(expected.mean(), within(slack));
    }

    /** The offsets that images get for a purpose, as uniform numbers from their own generators. */
    private static double[] offset(int image, long purpose) {
        SplittableRandom random = new ImageDraws(SEED, purpose).of(image);
        double[] offset = new double[Plane.PIXELS];
        Arrays.setAll(offset, _ -> random.nextDouble(-EPSILON, EPSILON));
        return offset;
    }

    /**
     * Logits (w.x, -w.x) and class 0: the loss is softplus(-2 w.x), so every gradient is along w and the worst case is the
     * corner away from it.
     */
    @Test
    void measuresALinearModelAsItsFormulaSays() {
        double[] w = Plane.random(Plane.PIXELS, 3, -1, 1);
        double reach = 2 * EPSILON * Arrays.stream(w).map(Math::abs).sum();
        double length = Math.sqrt(Plane.dot(w, w));
        double sum = Arrays.stream(w).map(Math::abs).sum();
        NDArray weights = plane.tensor(new Shape(Plane.PIXELS), w);
        SmoothnessReport report = measure(
                Plane.model(2, x -> {
                    NDArray score = x.mul(weights).sum(new int[] {1}, true);
                    return score.concat(score.neg(), 1);
                }),
                LINF);
        equal(report, SmoothnessMetric.GRADIENT_ALIGNMENT, expected(_ -> 1), 1e-6);
        equal(report, SmoothnessMetric.FGSM_PGD_ALIGNMENT, expected(_ -> 1), 1e-6);
        equal(
                report,
                SmoothnessMetric.GRADIENT_LIPSCHITZ,
                expected(x -> {
                    double margin = 2 * Plane.dot(w, x);
                    double largest = 0;
                    for (int k = 1; k <= 8; k++) {
                        double t = k / 8.0;
                        double change = Plane.sigmoid(t * reach - margin) - Plane.sigmoid(-margin);
                        largest = Math.max(largest, Math.abs(change) * 2 * sum / (t * EPSILON));
                    }
                    return largest;
                }),
                2e-3);
        // h z is the corner; h is epsilon times the root of the number of pixels.
        ToDoubleFunction<double[]> change = x -> {
            double margin = 2 * Plane.dot(w, x);
            return Plane.sigmoid(reach - margin) - Plane.sigmoid(-margin);
        };
        equal(report, SmoothnessMetric.CURVATURE, expected(x -> 2 * length * change.applyAsDouble(x)), 1e-3);
        equal(
                report,
                SmoothnessMetric.SIGNED_CURVATURE,
                expected(x -> 2 * sum * change.applyAsDouble(x) / (EPSILON * Plane.PIXELS)),
                1e-3);
        // The error is convex along w, so its largest value lies at one end; a search may find the lower one.
        Distribution linearity = report.metric(SmoothnessMetric.LOCAL_LINEARITY).distribution();
        Distribution best = expected(x -> Math.max(error(w, x, reach), error(w, x, -reach)));
        Distribution worst = expected(x -> Math.min(error(w, x, reach), error(w, x, -reach)));
        assertThat(linearity.mean()).isBetween(worst.mean() - 1e-5, best.mean() + 1e-5);
    }

    private static double error(double[] w, double[] x, double move) {
        double margin = 2 * Plane.dot(w, x);
        return Math.abs(Plane.softplus(-margin - move) - Plane.softplus(-margin) + Plane.sigmoid(-margin) * move);
    }

    /** Logits (0, log(exp(q) - 1)) and class 0: the loss is q, here a |x|^2 / 2 + 1, whose curvature is a everywhere. */
    private Classifier quadratic(double a) {
        NDArray half = Scalars.of(plane.engine.manager(), a / 2);
        return Plane.model(2, x -> {
            NDArray q = x.mul(x).sum(new int[] {1}, true).mul(half).add(1);
            NDArray score = q.exp().sub(1).log();
            return score.sub(score).concat(score, 1);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3})
    void findsTheConstantsOfAQuadratic(double a) {
        SmoothnessReport report = measure(quadratic(a), LINF);
        int d = Plane.PIXELS;
        double h = EPSILON * Math.sqrt(d);
        equal(report, SmoothnessMetric.GRADIENT_LIPSCHITZ, expected(_ -> a * d), 1e-3);
        equal(report, SmoothnessMetric.CURVATURE, expected(_ -> a * h), 1e-3);
        equal(report, SmoothnessMetric.SIGNED_CURVATURE, expected(_ -> a), 1e-3);
        equal(report, SmoothnessMetric.LOCAL_LINEARITY, expected(_ -> a * d * EPSILON * EPSILON / 2), 2e-3);
        equal(report, SmoothnessMetric.FGSM_PGD_ALIGNMENT, expected(_ -> 1), 1e-6);
        Distribution alignment = expectedOf(i -> {
            double[] x = plane.image(i);
            return Plane.cosine(x, Plane.sum(x, 1, offset(i, 1)));
        });
        equal(report, SmoothnessMetric.GRADIENT_ALIGNMENT, alignment, 1e-5);
        assertThat(report.metric(SmoothnessMetric.KINK_CROSSING).measured()).isFalse();
        assertThat(report.metric(SmoothnessMetric.SMOOTH_BACKWARD_GAIN).inapplicable())
                .contains("cannot be exchanged");
    }

    @Test
    void findsTheConstantsOfAQuadraticWithEuclideanLengths() {
        double a = 0.3;
        double epsilon = 0.5;
        SmoothnessReport report = measure(quadratic(a), new ThreatModel.L2(epsilon));
        equal(report, SmoothnessMetric.GRADIENT_LIPSCHITZ, expected(_ -> a), 1e-3);
        equal(report, SmoothnessMetric.CURVATURE, expected(_ -> a * epsilon), 1e-3);
        equal(report, SmoothnessMetric.SIGNED_CURVATURE, expected(_ -> a), 1e-3);
        equal(report, SmoothnessMetric.LOCAL_LINEARITY, expected(_ -> a * epsilon * epsilon / 2), 2e-3);
        assertThat(report.conditions().norm()).isEqualTo("l2");
    }

    /** A network with one hidden layer of tangents, in double precision, its gradients by central differences. */
    @Test
    void agreesWithFiniteDifferencesOfACurvedModel() {
        double[] first = Plane.random(4 * Plane.PIXELS, 5, -0.5, 0.5);
        double[] second = Plane.random(4 * 3, 6, -2, 2);
        NDArray inner = plane.tensor(new Shape(4, Plane.PIXELS), first);
        NDArray outer = plane.tensor(new Shape(3, 4), second);
        SmoothnessReport report =
                measure(Plane.model(3, x -> x.matMul(inner.transpose()).tanh().matMul(outer.transpose())), LINF);
        Distribution alignment = expectedOf(i -> {
            double[] x = plane.image(i);
            return Plane.cosine(gradient(first, second, x), gradient(first, second, Plane.sum(x, 1, offset(i, 1))));
        });
        equal(report, SmoothnessMetric.GRADIENT_ALIGNMENT, alignment, 1e-4);
        Distribution curvature = expectedOf(i -> {
            double[] x = plane.image(i);
            double[] here = gradient(first, second, x);
            double[] signs = Arrays.stream(here).map(Math::signum).toArray();
            double[] change = Plane.sum(gradient(first, second, Plane.sum(x, EPSILON, signs)), -1, here);
            return Math.sqrt(Plane.dot(change, change));
        });
        equal(report, SmoothnessMetric.CURVATURE, curvature, 1e-3);
    }

    private static double[] gradient(double[] first, double[] second, double[] x) {
        double[] gradient = new double[x.length];
        double h = 1e-5;
        for (int i = 0; i < x.length; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += h;
            down[i] -= h;
            gradient[i] = (loss(first, second, up) - loss(first, second, down)) / (2 * h);
        }
        return gradient;
    }

    private static double loss(double[] first, double[] second, double[] x) {
        double[] logits = new double[3];
        for (int j = 0; j < 4; j++) {
            double hidden = 0;
            for (int i = 0; i < x.length; i++) {
                hidden += first[j * x.length + i] * x[i];
            }
            for (int c = 0; c < 3; c++) {
                logits[c] += second[c * 4 + j] * Math.tanh(hidden);
            }
        }
        return Math.log(Arrays.stream(logits).map(Math::exp).sum()) - logits[0];
    }

    @Test
    void countsNoGradientAsAlignedAndLeavesOutWhatHasNoDirection() {
        NDArray nothing = plane.tensor(new Shape(Plane.PIXELS, 2), new double[2 * Plane.PIXELS]);
        SmoothnessReport report = measure(Plane.model(2, x -> x.matMul(nothing)), LINF);
        equal(report, SmoothnessMetric.GRADIENT_ALIGNMENT, expected(_ -> 1), 0);
        equal(report, SmoothnessMetric.FGSM_PGD_ALIGNMENT, expected(_ -> 1), 0);
        equal(report, SmoothnessMetric.LOCAL_LINEARITY, expected(_ -> 0), 1e-3);
        equal(report, SmoothnessMetric.RELATIVE_LINEARITY, expected(_ -> Double.NaN), 0);
        equal(report, SmoothnessMetric.CURVATURE, expected(_ -> Double.NaN), 0);
    }

    /** Hidden units max(0, x - 1/2), one for each pixel; the second class's logit is the sum, the first's a threshold. */
    private Network kinked(Activation activation, double threshold) {
        MlpSpec spec = new MlpSpec(List.of(Plane.PIXELS), activation, new InputNormalization.None());
        Network network = Network.create(plane.engine, spec, new ImageShape(1, Plane.SIDE, Plane.SIDE), 2, 0);
        double[] identity = new double[Plane.PIXELS * Plane.PIXELS];
        double[] last = new double[2 * Plane.PIXELS];
        double[] half = new double[Plane.PIXELS];
        Arrays.fill(half, -0.5);
        for (int i = 0; i < Plane.PIXELS; i++) {
            identity[i * Plane.PIXELS + i] = 1;
            last[Plane.PIXELS + i] = 1;
        }
        network.state()
                .load(Map.of(
                        "fc1.weight", plane.tensor(new Shape(Plane.PIXELS, Plane.PIXELS), identity),
                        "fc1.bias", plane.tensor(new Shape(Plane.PIXELS), half),
                        "fc2.weight", plane.tensor(new Shape(2, Plane.PIXELS), last),
                        "fc2.bias", plane.tensor(new Shape(2), threshold, 0)));
        return network;
    }

    /** Where a unit is off there is no gradient, so a pixel stays on the side of the kink it starts on. */
    @Test
    void countsTheKinksThatAnAttackCrosses() {
        try (Network network = kinked(new Relu(), 1)) {
            SmoothnessReport report = measure(network, new Relu(), 5);
            Distribution crossing = expectedOf(i -> {
                double[] x = plane.image(i);
                double[] start = Plane.sum(x, 1, offset(i, 0));
                int crossed = 0;
                for (int p = 0; p < x.length; p++) {
                    crossed += x[p] > 0.5 == start[p] > 0.5 ? 0 : 1;
                }
                return crossed / (double) Plane.PIXELS;
            });
            assertThat(crossing.mean()).isPositive();
            equal(report, SmoothnessMetric.KINK_CROSSING, crossing, 1e-6);
            assertThat(report.places()).singleElement().satisfies(place -> {
                assertThat(place.place()).isEqualTo("act1");
                assertThat(place.crossing().mean()).isCloseTo(crossing.mean(), within(1e-6));
            });
        }
    }

    /**
     * Pixels half a budget below the kink: a quarter starts above it and climbs, the others see no gradient. The threshold
     * asks for more than half of them, which the smooth derivative finds.
     */
    @Test
    void showsThatKinksHideTheWayFromAttackers() {
        try (Plane below = new Plane(8, 123, 124);
                DeviceImages images = below.images(2);
                Network network = kinked(new Relu(), Plane.PIXELS * 0.6 * EPSILON / 2)) {
            SmoothnessMeasurement measurement = new SmoothnessMeasurement(below.engine, images, settings(LINF, 5));
            MetricResult gain = measurement
                    .measure(network, new Relu(), () -> false, _ -> {})
                    .metric(SmoothnessMetric.SMOOTH_BACKWARD_GAIN);
            assertThat(gain.distribution().mean()).isEqualTo(1);
            assertThat(gain.distribution().count()).isEqualTo(8);
        }
        try (Network network = kinked(new Silu(), 1)) {
            assertThat(measure(network, new Silu(), 5)
                            .metric(SmoothnessMetric.SMOOTH_BACKWARD_GAIN)
                            .inapplicable())
                    .contains("SILU");
        }
    }

    /** A smooth network, since beside a kink rounding alone decides on which side an iterate lands. */
    @Test
    void doesNotDependOnTheBatch() {
        MlpSpec spec = new MlpSpec(List.of(16, 8), new Silu(), new InputNormalization.None());
        try (Network network = Network.create(plane.engine, spec, new ImageShape(1, Plane.SIDE, Plane.SIDE), 2, 4)) {
            SmoothnessReport one = measure(network, new Silu(), 1);
            SmoothnessReport all = measure(network, new Silu(), 256);
            for (SmoothnessMetric metric : SmoothnessMetric.values()) {
                // Sums over a batch are rounded in another order.
                equal(all, metric, one.metric(metric).distribution(), 5e-3);
            }
            assertThat(all.places()).extracting(PlaceResult::place).containsExactly("act1", "act2");
            assertThat(all.conditions()).isEqualTo(one.conditions());
        }
    }

    @Test
    void leavesNoTensorBehindAndEndsWhenItIsToldTo() {
        Classifier model = quadratic(0.3);
        try (DeviceImages images = plane.images(2)) {
            SmoothnessMeasurement measurement = new SmoothnessMeasurement(plane.engine, images, settings(LINF, 4));
            int before = plane.engine.manager().getManagedArrays().size();
            var _ = measurement.measure(model, () -> false, _ -> {});
            assertThat(plane.engine.manager().getManagedArrays()).hasSize(before);
            assertThatThrownBy(() -> measurement.measure(model, () -> true, _ -> {}))
                    .isInstanceOf(CancellationException.class);
            assertThat(plane.engine.manager().getManagedArrays()).hasSize(before);
        }
    }
}
