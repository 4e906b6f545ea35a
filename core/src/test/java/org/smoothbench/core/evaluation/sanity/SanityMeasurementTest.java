package org.smoothbench.core.evaluation.sanity;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.DeviceImages;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** A linear model, whose robust accuracy can be written down, and models that hide from attacks. */
final class SanityMeasurementTest {

    private static final int PIXELS = 64;
    private static final int IMAGES = 60;
    private static final double EPSILON = 8 / 255.0;

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final byte[] bytes = new byte[IMAGES * PIXELS];

    /** Image i is grey, lighter by i on its right half and darker by i on its left. */
    SanityMeasurementTest() {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (128 + (i % 8 < 4 ? -1 : 1) * (i / PIXELS));
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Classifier model(UnaryOperator<NDArray> score) {
        return new Classifier() {

            @Override
            public NDArray logits(NDArray images) {
                NDArray margin = score.apply(images.reshape(-1, PIXELS));
                return margin.concat(margin.sub(margin), 1);
            }

            @Override
            public int classes() {
                return 2;
            }
        };
    }

    /** The mean of the right half less that of the left, so that image i has a margin of 2 i / 255. */
    private NDArray difference(NDArray flat) {
        float[] weights = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            weights[i] = (i % 8 < 4 ? -2f : 2f) / PIXELS;
        }
        NDArray w = engine.manager().create(weights, new Shape(PIXELS)).duplicate();
        return flat.mul(w).sum(new int[] {1}, true);
    }

    private SanityReport measure(Classifier model, int batch) {
        try (DeviceImages images = new DeviceImages(engine, new ImageSet(bytes, new int[IMAGES], 8, 8, 1), 2)) {
            ThreatModel threat = new ThreatModel.Linf(8);
            List<ThreatModel> budgets = SanitySettings.usual(threat, 1, 1, 0).budgets();
            SanitySettings settings =
                    new SanitySettings(threat, List.of(1, 5, 10, 40), budgets, 10, List.of(1, 2, 3), 10, 256, batch, 3);
            return new SanityMeasurement(engine, images, settings).measure(model, () -> false, _ -> {});
        }
    }

    private static Map<String, Verdict.Outcome> outcomes(SanityReport report) {
        return report.verdicts().stream().collect(Collectors.toMap(Verdict::key, Verdict::outcome));
    }

    @Test
    void believesALinearModelAndCountsItsImagesRight() {
        NDArray ten = Scalars.of(engine.manager(), 10);
        SanityReport report = measure(model(x -> difference(x).mul(ten).sub(0.01)), 25);
        assertThat(outcomes(report))
                .allSatisfy((key, outcome) -> assertThat(outcome)
                        .as(report.verdicts().toString() + key)
                        .isEqualTo(Verdict.Outcome.PASS));
        assertThat(report.outcome()).isEqualTo(Verdict.Outcome.PASS);
        // A budget of e / 255 moves the margin by 2 e / 255: image i stands from i = e + 1 on.
        assertThat(report.clean().count()).isEqualTo(59);
        assertThat(report.budgets())
                .extracting(point -> point.robust().count())
                .containsExactly(59, 58, 57, 55, 51, 43, 27, 0, 0);
        assertThat(report.budgets()).extracting(point -> point.worst().count()).isSortedAccordingTo((a, b) -> b - a);
        assertThat(report.iterations().getLast().last().count()).isEqualTo(51);
        assertThat(report.restarts())
                .extracting(point -> point.robust().count())
                .containsExactly(51, 51, 51);
        assertThat(report.losses()).hasSize(41);
        assertThat(report.gradients().attacked()).isEqualTo(59);
    }

    @Test
    void doesNotDependOnTheBatch() {
        Classifier model = model(x -> difference(x).sub(0.01));
        assertThat(measure(model, 25).iterations()).isEqualTo(measure(model, 60).iterations());
    }

    /** Logits so large that the probability is 1 in float32: there is no gradient, though every image can be fooled. */
    @Test
    void seesThatASaturatedModelHides() {
        NDArray huge = Scalars.of(engine.manager(), 1e6);
        SanityReport report = measure(model(x -> difference(x).add(0.05).mul(huge)), 60);
        assertThat(outcomes(report))
                .containsEntry("gradients", Verdict.Outcome.FAIL)
                .containsEntry("largest-budget", Verdict.Outcome.FAIL)
                .containsEntry("loss-rises", Verdict.Outcome.FAIL);
        assertThat(report.gradients().zero()).isGreaterThan(50);
        assertThat(report.outcome()).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(report.verdicts())
                .filteredOn(verdict -> verdict.key().equals("gradients"))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.reason()).contains("exactly 0"));
    }

    /**
     * Wrong only about three quarters of the budget away, behind a hill of the margin: a single step of the whole budget
     * lands there, small steps turn back in the valley before it.
     */
    @Test
    void seesThatASingleStepBeatsMany() {
        NDArray scale = Scalars.of(engine.manager(), 1 / (2 * EPSILON));
        NDArray wave = Scalars.of(engine.manager(), 2 * Math.PI / 0.8);
        NDArray height = Scalars.of(engine.manager(), 0.8);
        NDArray depth = Scalars.of(engine.manager(), 5);
        NDArray narrow = Scalars.of(engine.manager(), 100);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) 128;
        }
        SanityReport report = measure(
                model(x -> {
                    NDArray u = difference(x).mul(scale);
                    NDArray far = u.mul(u).add(1e-6).sqrt();
                    NDArray away = far.sub(0.75);
                    NDArray hole = away.mul(away).mul(narrow).neg().exp().mul(depth);
                    return far.mul(wave).cos().mul(height).add(1).sub(hole);
                }),
                60);
        assertThat(outcomes(report))
                .as(report.toString())
                .containsEntry("single-step", Verdict.Outcome.FAIL)
                .containsEntry("more-steps", Verdict.Outcome.FAIL);
        assertThat(report.iterations().getFirst().last().share()).isLessThan(0.2);
        assertThat(report.iterations().getLast().worst().count())
                .isLessThanOrEqualTo(report.iterations().getFirst().last().count());
    }
}
