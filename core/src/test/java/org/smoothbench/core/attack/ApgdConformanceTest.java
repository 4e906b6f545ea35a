package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/**
 * Auto-PGD against the original from the same starts; {@code make_apgd_reference.py} beside the data made them.
 *
 * <p>Both compute in float32 with sums in different orders, so that a gradient of almost zero may have another sign, and a
 * loss that stands still may rise by a rounding in one of them, which halves another step. Flags must agree all the same.
 * Best losses agree to 1e-5 in the L-infinity ball, where the search ends in corners; in the L2 ball the original differs from
 * itself by up to 3.5e-4 when it adds in another order or in double precision (measured on these data), but on few images.
 */
class ApgdConformanceTest {

    private final AttackRig rig = new AttackRig();
    private Map<String, NDArray> reference = Map.of();

    @BeforeEach
    void read() throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(ApgdConformanceTest.class.getResource("/attacks/apgd.npz"))
                .toURI());
        reference = ArrayFile.read(file, rig.engine.manager());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** A perceptron with SiLU. */
    private record Perceptron(Classifier first, Classifier second) implements Classifier {

        @Override
        public NDArray logits(NDArray images) {
            NDArray hidden = first.logits(images);
            return second.logits(hidden.mul(Activation.sigmoid(hidden)));
        }

        @Override
        public int classes() {
            return second.classes();
        }
    }

    private NDArray array(String name) {
        return Objects.requireNonNull(reference.get(name), name).duplicate();
    }

    private Perceptron model() {
        return new Perceptron(
                new AttackRig.Affine(array("w1"), array("b1")), new AttackRig.Affine(array("w2"), array("b2")));
    }

    private static int[] whole(NDArray numbers) {
        float[] values = numbers.toFloatArray();
        int[] whole = new int[values.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) values[i];
        }
        return whole;
    }

    @ParameterizedTest
    @CsvSource({
        "linf, ce, 20",
        "linf, ce, 60",
        "linf, dlr, 20",
        "linf, dlr, 60",
        "linf, dlr-targeted, 20",
        "linf, dlr-targeted, 60",
        "l2, ce, 20",
        "l2, ce, 60",
        "l2, dlr, 20",
        "l2, dlr, 60",
        "l2, dlr-targeted, 20",
        "l2, dlr-targeted, 60"
    })
    void findsWhatTheOriginalFinds(String budget, String loss, int steps) {
        double epsilon = array("eps-" + budget).getFloat();
        ThreatModel threat = budget.equals("linf") ? new ThreatModel.Linf(epsilon * 255) : new ThreatModel.L2(epsilon);
        Perceptron model = model();
        Batch batch = rig.batch(array("x"), 10, whole(array("y")));
        NDArray targets = rig.engine.manager().create(whole(array("t"))).oneHot(10);
        Objective objective = switch (loss) {
            case "ce" -> Objective.awayFrom(AttackSpec.Loss.CE, batch.oneHot());
            case "dlr" -> Objective.awayFrom(AttackSpec.Loss.DLR, batch.oneHot());
            default -> Objective.towards(AttackSpec.Loss.DLR, batch.oneHot(), targets);
        };
        ApgdRun run = new ApgdRun(steps, 1, threat, new ModelQueries(model), batch, objective, PathObserver.NONE);
        AttackOutcome outcome = run.search(_ -> array("start-" + budget));
        AttackRig.assertTrue(outcome, model, batch, threat);
        String theCase = budget + "-" + loss + "-" + steps;
        float[] right = array("acc-" + theCase).toFloatArray();
        float[] best = array("loss-" + theCase).toFloatArray();
        int close = 0;
        int stood = 0;
        for (int image = 0; image < batch.size(); image++) {
            assertThat(outcome.fell(image)).as("image %d", image).isEqualTo(right[image] == 0);
            if (right[image] == 1) {
                double difference = Math.abs(run.bestLosses()[image] - best[image]);
                assertThat(difference).as("image %d", image).isLessThan(budget.equals("linf") ? 1e-5 : 1e-3);
                close += difference < 1e-5 ? 1 : 0;
                stood++;
            }
        }
        assertThat(stood).isBetween(batch.size() / 3, 2 * batch.size() / 3);
        assertThat(close).isGreaterThanOrEqualTo(stood * 3 / 4);
    }
}
