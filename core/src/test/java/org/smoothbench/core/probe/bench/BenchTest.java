package org.smoothbench.core.probe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AttackSpec.Iterate;
import org.smoothbench.core.experiment.AttackSpec.Loss;
import org.smoothbench.core.experiment.AutoAttack;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeRuns;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.problem.ProblemException;

/** The bench on linear classifiers, of which everything is known in double precision. */
final class BenchTest {

    private static final ThreatModel LINF = new ThreatModel.Linf(8);
    private static final AttackSpec PLAIN_PGD =
            new AttackSpec.Pgd(8, 0.25, 1, false, Loss.CE, 0, Iterate.FIRST_SUCCESS);

    @TempDir
    Path folder;

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final ProbeSession session = new ProbeSession(engine, ProbeSession.MODELS);

    @AfterEach
    void close() {
        session.close();
        engine.close();
    }

    private <T> T done(org.smoothbench.core.probe.ProbeTask<T> task) {
        return session.whole(task, () -> false);
    }

    /** A classifier that tells the class of the first image from another and never sees a third. */
    private static final class Two {

        final ModelChoice choice;
        final double[] slope;
        final double bias;

        Two(ModelChoice choice, double[] slope, double bias) {
            this.choice = choice;
            this.slope = slope;
            this.bias = bias;
        }

        /** The logit of the class minus that of the other. */
        double margin(float[] x) {
            double sum = bias;
            for (int i = 0; i < x.length; i++) {
                sum += slope[i] * x[i];
            }
            return sum;
        }

        /** What is left of the margin after the worst perturbation of a size, which [0, 1] cuts off. */
        double worst(float[] x, double radius) {
            double sum = bias;
            for (int i = 0; i < x.length; i++) {
                sum += slope[i] * Math.clamp(x[i] - Math.signum(slope[i]) * radius, 0.0, 1.0);
            }
            return sum;
        }
    }

    private Two two(ProbeRuns runs, double bias) {
        int other = (label(runs) + 1) % ProbeRuns.CLASSES;
        int own = label(runs);
        float[] weights = ProbeRuns.random(5);
        float[] biases = new float[ProbeRuns.CLASSES];
        double[] slope = new double[ProbeRuns.PIXELS];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (double) weights[own * ProbeRuns.PIXELS + i] - weights[other * ProbeRuns.PIXELS + i];
        }
        java.util.Arrays.fill(biases, -1000);
        biases[own] = (float) bias;
        biases[other] = 0;
        return new Two(new ModelChoice(runs.linear(weights, biases), "best", false), slope, (float) bias);
    }

    /** The classifier with an image that it is right about by so much. */
    private Two rightBy(ProbeRuns runs, int index, double margin) {
        Two probe = two(runs, 0);
        Picture picture = done(new Thumbnails(probe.choice, List.of(index))).getFirst();
        return two(runs, margin - probe.margin(picture.values()));
    }

    private int label(ProbeRuns runs) {
        ModelChoice any = new ModelChoice(runs.randomLinear(1), "best", false);
        return done(new TestSetLook(any)).labels().getFirst();
    }

    @Test
    void thePathOfPgdIsItsClosedForm() {
        ProbeRuns runs = new ProbeRuns(folder);
        int index = 0;
        Two model = rightBy(runs, index, 0.4);
        AttackedImage attacked = done(new ImageAttack(model.choice, index, new BenchSettings(PLAIN_PGD, LINF, 3)));
        float[] x = attacked.clean().picture().values();
        assertThat(attacked.label()).isEqualTo(label(runs));
        assertThat(attacked.clean().correct()).isTrue();
        assertThat(attacked.path()).hasSize(9);
        int firstWrong = -1;
        for (int step = 0; step < 9; step++) {
            var at = attacked.path().get(step);
            double radius = Math.min(1, 0.25 * step) * 8 / 255;
            float[] values = at.picture().values();
            for (int i = 0; i < x.length; i++) {
                double expected = Math.clamp(x[i] - Math.signum(model.slope[i]) * radius, 0.0, 1.0);
                // Eight float32 additions of numbers below 1, each rounded by at most 6e-8.
                assertThat((double) values[i]).isCloseTo(expected, within(1e-6));
            }
            double margin = model.worst(x, radius);
            assertThat(at.answer().margin(attacked.label())).isCloseTo(-margin, within(1e-3));
            assertThat(at.loss()).isCloseTo(Math.log1p(Math.exp(-margin)), within(1e-3));
            assertThat(at.answer().probability(attacked.label())).isCloseTo(1 / (1 + Math.exp(-margin)), within(1e-3));
            assertThat(at.distance()).isLessThanOrEqualTo(8.0 / 255 + 1e-6).isCloseTo(radius, within(1e-6));
            firstWrong = firstWrong < 0 && margin < 0 ? step : firstWrong;
        }
        assertThat(firstWrong).isBetween(1, 4);
        assertThat(attacked.firstSuccess()).contains(firstWrong);
        assertThat(attacked.example()).contains(attacked.path().get(firstWrong));
        assertThat(attacked.shown()).isEqualTo(attacked.path().get(firstWrong));
    }

    @Test
    void fgsmIsOneStepOfTheWholeBudget() {
        ProbeRuns runs = new ProbeRuns(folder);
        int index = 0;
        Two model = rightBy(runs, index, 0.4);
        AttackedImage attacked =
                done(new ImageAttack(model.choice, index, new BenchSettings(new AttackSpec.Fgsm(false), LINF, 0)));
        assertThat(attacked.path()).hasSize(2);
        float[] x = attacked.clean().picture().values();
        assertThat(attacked.path().get(1).answer().margin(attacked.label()))
                .isCloseTo(-model.worst(x, 8.0 / 255), within(1e-3));
        assertThat(attacked.path().get(1).distance()).isCloseTo(8.0 / 255, within(1e-6));
    }

    @Test
    void theSmallestBudgetIsTheDistanceToTheBoundary() {
        ProbeRuns runs = new ProbeRuns(folder);
        int index = 0;
        for (double margin : new double[] {0.1, 0.7, 3}) {
            Two model = rightBy(runs, index, margin);
            SmallestBudget found = done(new BudgetSearch(
                    model.choice,
                    index,
                    new BenchSettings(new AttackSpec.Fgsm(false), new ThreatModel.Linf(8), 0),
                    true));
            float[] x = done(new Thumbnails(model.choice, List.of(index)))
                    .getFirst()
                    .values();
            double boundary = boundary(model, x);
            assertThat(found.fools().orElseThrow())
                    .isGreaterThan(boundary - 1e-5)
                    .isCloseTo(boundary, within(found.tolerance()));
            assertThat(found.stands()).isLessThanOrEqualTo(boundary + 1e-5);
            assertThat(found.monotone()).isTrue();
            assertThat(found.trials()).hasSizeBetween(3, 14);
            assertThat(found.example().orElseThrow().distance())
                    .isEqualTo(found.fools().orElseThrow());
            // FAB finds the boundary of a linear model at once.
            assertThat(found.fab().orElseThrow()).isCloseTo(boundary, within(1e-3 * boundary + 1e-5));
        }
    }

    /** By bisection in double precision; without the box it were the margin over the sum of the slopes' magnitudes. */
    private static double boundary(Two model, float[] x) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (model.worst(x, middle) < 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    @Test
    void anImageTheModelIsWrongAboutNeedsNoAttack() {
        ProbeRuns runs = new ProbeRuns(folder);
        int index = 0;
        Two model = rightBy(runs, index, -0.5);
        BenchSettings how = new BenchSettings(PLAIN_PGD, LINF, 0);
        AttackedImage attacked = done(new ImageAttack(model.choice, index, how));
        assertThat(attacked.clean().correct()).isFalse();
        assertThat(attacked.fooled()).isTrue();
        assertThat(attacked.path()).isEmpty();
        assertThat(attacked.firstSuccess()).isEmpty();
        SmallestBudget smallest = done(new BudgetSearch(model.choice, index, how, false));
        assertThat(smallest.fools()).hasValue(0);
        assertThat(smallest.trials()).hasSize(1);
    }

    @Test
    void aModelWithoutBoundarySaysHowFarItWasSearched() {
        ProbeRuns runs = new ProbeRuns(folder);
        ModelChoice immune = immune(runs);
        SmallestBudget found = done(new BudgetSearch(immune, 0, new BenchSettings(PLAIN_PGD, LINF, 0), true));
        assertThat(found.fools()).isEmpty();
        assertThat(found.fab()).isEmpty();
        assertThat(found.searched()).isCloseTo(128.0 / 255, within(1e-12));
        assertThat(found.trials()).extracting(SmallestBudget.Trial::fooled).containsOnly(false);
    }

    private ModelChoice immune(ProbeRuns runs) {
        float[] biases = new float[ProbeRuns.CLASSES];
        biases[label(runs)] = 1;
        return new ModelChoice(runs.linear(new float[ProbeRuns.CLASSES * ProbeRuns.PIXELS], biases), "best", false);
    }

    @Test
    void aModelIsFooledByItsOwnExamplesAndAnImmuneOneByNobodys() {
        ProbeRuns runs = new ProbeRuns(folder);
        int index = 0;
        Two model = rightBy(runs, index, 0.4);
        BenchSettings how = new BenchSettings(AttackSpec.Pgd.steps(5), LINF, 0);
        List<TransferStudy.Progress> told = new ArrayList<>();
        TransferMatrix matrix =
                done(new TransferStudy(List.of(model.choice, model.choice, immune(runs)), 20, how, told::add));
        int n = matrix.images().size();
        assertThat(n).isPositive();
        assertThat(matrix.images()).contains(index).doesNotHaveDuplicates();
        assertThat(matrix.looked()).isEqualTo(20);
        List<Verdict> verdicts = done(new GridLook(model.choice, matrix.images(), how, _ -> {}));
        int whiteBox = (int) verdicts.stream().filter(Verdict::fooled).count();
        assertThat(whiteBox).isPositive();
        assertThat(verdicts).allMatch(Verdict::correct);
        assertThat(matrix.fooled())
                .containsExactly(List.of(whiteBox, whiteBox, 0), List.of(whiteBox, whiteBox, 0), List.of(0, 0, 0));
        assertThat(matrix.share(0, 1)).isEqualTo((double) whiteBox / n);
        assertThat(told.getLast()).isEqualTo(new TransferStudy.Progress(n, 20, 3 * n, 3 * n));
    }

    private static Stream<BenchSettings> all() {
        return Stream.of(
                new BenchSettings(AttackSpec.Pgd.steps(4), new ThreatModel.L2(1), 1),
                new BenchSettings(new AttackSpec.Pgd(4, 0, 3, true, Loss.MARGIN, 2, Iterate.LAST), LINF, 1),
                new BenchSettings(new AttackSpec.Apgd(Loss.CE, 6, 2, 1), LINF, 1),
                new BenchSettings(new AttackSpec.Apgd(Loss.DLR, 6, 1, 1), new ThreatModel.L2(0.5), 1),
                new BenchSettings(new AttackSpec.ApgdTargeted(4, 2, 1), LINF, 1),
                new BenchSettings(new AttackSpec.Fab(5, 1), LINF, 1),
                new BenchSettings(new AttackSpec.Square(40, 1, 0.8), LINF, 1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whateverTheAttackTheBenchAndTheGridAgree(BenchSettings how) {
        ProbeRuns runs = new ProbeRuns(folder);
        ModelChoice choice = new ModelChoice(runs.randomLinear(9), "best", false);
        List<Integer> images = IntStream.range(0, 20).boxed().toList();
        List<Verdict> verdicts = done(new GridLook(choice, images, how, _ -> {}));
        assertThat(verdicts).extracting(Verdict::index).containsExactlyElementsOf(images);
        for (Verdict verdict : verdicts) {
            AttackedImage attacked = done(new ImageAttack(choice, verdict.index(), how));
            assertThat(attacked.clean().correct()).isEqualTo(verdict.correct());
            assertThat(attacked.clean().answer().predicted()).isEqualTo(verdict.predicted());
            assertThat(attacked.fooled()).isEqualTo(verdict.fooled());
            assertThat(attacked.path().isEmpty()).isEqualTo(!attacked.clean().correct());
            Stream.concat(attacked.path().stream(), attacked.example().stream()).forEach(each -> {
                assertThat(each.within())
                        .isEqualTo(each.distance() <= how.threat().radius() * (1 + 1e-6));
                assertThat(each.within() || how.attack() instanceof AttackSpec.Fab)
                        .isTrue();
                assertThat(each.correct()).isEqualTo(each.answer().predicted() == attacked.label());
            });
        }
        assertThat(engine.manager().getManagedArrays()).hasSize(managed(choice));
    }

    /** What the bench shows of Square is a staircase: between the moves it keeps nothing changes. */
    @Test
    void theWayOfSquareIsOfTheMovesItKept() {
        ProbeRuns runs = new ProbeRuns(folder);
        Two easy = rightBy(runs, 0, 0.1);
        BenchSettings how = new BenchSettings(new AttackSpec.Square(60, 1, 0.8), LINF, 1);
        BenchSettings longer = new BenchSettings(new AttackSpec.Square(500, 1, 0.8), LINF, 1);
        AttackedImage fooled = done(new ImageAttack(easy.choice, 0, longer));
        assertThat(fooled.firstSuccess())
                .contains(fooled.path().getLast().step())
                .contains(fooled.lastStep());
        assertThat(fooled.stepWord()).isEqualTo("query");
        Two hard = rightBy(runs, 0, 30);
        AttackedImage stood = done(new ImageAttack(hard.choice, 0, how));
        assertThat(stood.fooled()).isFalse();
        assertThat(stood.lastStep()).isEqualTo(60);
        List<Integer> tried = stood.path().stream().map(each -> each.step()).toList();
        assertThat(tried).startsWith(0).isSorted().doesNotHaveDuplicates().hasSizeBetween(3, 60);
        double last = Double.NEGATIVE_INFINITY;
        for (var at : stood.path()) {
            double margin = hard.margin(at.picture().values());
            assertThat(at.loss()).isGreaterThan(last).isCloseTo(-margin, within(1e-3));
            last = at.loss();
        }
        assertThat(stood.shown()).isEqualTo(stood.path().getLast());
    }

    /** FAB may leave the budget on its way; what lies outside is no example, however wrong the model is about it. */
    @Test
    void whatFabVisitsOutsideTheBudgetIsNoExample() {
        ProbeRuns runs = new ProbeRuns(folder);
        Two model = rightBy(runs, 0, 3);
        float[] x = done(new Thumbnails(model.choice, List.of(0))).getFirst().values();
        double boundary = boundary(model, x);
        ThreatModel less = new ThreatModel.Linf(boundary * 255 * 0.5);
        AttackedImage stood =
                done(new ImageAttack(model.choice, 0, new BenchSettings(new AttackSpec.Fab(6, 1), less, 0)));
        assertThat(stood.path()).hasSize(7);
        assertThat(stood.path()).anyMatch(each -> !each.correct()).noneMatch(each -> each.fools());
        assertThat(stood.fooled()).isFalse();
        assertThat(stood.shown().correct()).isFalse();
        // Its steps go a twentieth beyond the boundary at most.
        assertThat(stood.shown().distance()).isBetween(boundary - 1e-5, boundary * 1.05 + 1e-5);
        ThreatModel more = new ThreatModel.Linf(boundary * 255 * 1.2);
        AttackedImage fooled =
                done(new ImageAttack(model.choice, 0, new BenchSettings(new AttackSpec.Fab(6, 1), more, 0)));
        assertThat(fooled.firstSuccess()).contains(1);
        assertThat(fooled.path()).hasSize(7);
        assertThat(fooled.path()).extracting(each -> each.distance()).allMatch(each -> each <= boundary * 1.06);
    }

    @ParameterizedTest
    @MethodSource("all")
    void transferredExamplesStayWithinTheBudget(BenchSettings how) {
        ProbeRuns runs = new ProbeRuns(folder);
        ModelChoice one = new ModelChoice(runs.randomLinear(9), "best", false);
        ModelChoice other = new ModelChoice(runs.randomLinear(10), "best", false);
        // A violation is thrown by the study's own look at its examples.
        TransferMatrix matrix = done(new TransferStudy(List.of(one, other), 6, how, _ -> {}));
        List<Verdict> verdicts = done(new GridLook(one, matrix.images(), how, _ -> {}));
        assertThat(matrix.fooled().getFirst().getFirst())
                .isEqualTo((int) verdicts.stream().filter(Verdict::fooled).count());
    }

    /** What is open with one model and nothing under way. */
    private int managed(ModelChoice choice) {
        session.close();
        session.model(choice);
        return engine.manager().getManagedArrays().size();
    }

    @Test
    void whatDoesNotFitIsSaidInWords() {
        ProbeRuns runs = new ProbeRuns(folder);
        ModelChoice choice = new ModelChoice(runs.randomLinear(9), "best", false);
        BenchSettings how = new BenchSettings(PLAIN_PGD, LINF, 0);
        assertThatThrownBy(() -> done(new ImageAttack(choice, 20, how)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().line())
                                .contains("there is no image 20 among the 20 test images", "choose one from 0 to 19"));
        assertThatThrownBy(() -> new BenchSettings(new AutoAttack(AutoAttack.Version.STANDARD), LINF, 0))
                .hasMessageContaining("several attacks");
        ModelChoice none = new ModelChoice(runs.untrained("{\"type\": \"mlp\"}", Map.of()), "best", false);
        assertThatThrownBy(() -> done(new TransferStudy(List.of(choice, none), 4, how, _ -> {})))
                .hasMessageContaining("there is no best checkpoint yet");
    }
}
