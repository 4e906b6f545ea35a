package org.smoothbench.core.probe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.probe.ModelChoice;

/** What attacks of single images are shown to do, on linear classifiers. */
@SuppressWarnings("NullAway.Init")
final class AttackedImageTest {

    @TempDir
    Path folder;

    private LinearBench bench;

    @BeforeEach
    void open() {
        bench = new LinearBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void thePathOfPgdIsItsClosedForm() {
        int index = 0;
        LinearBench.Two model = bench.rightBy(index, 0.4);
        AttackedImage attacked = bench.done(
                new ImageAttack(model.choice, index, new BenchSettings(LinearBench.PLAIN_PGD, LinearBench.LINF, 3)));
        float[] x = attacked.clean().picture().values();
        assertThat(attacked.label()).isEqualTo(bench.label());
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
        int index = 0;
        LinearBench.Two model = bench.rightBy(index, 0.4);
        AttackedImage attacked = bench.done(new ImageAttack(
                model.choice, index, new BenchSettings(new AttackSpec.Fgsm(false), LinearBench.LINF, 0)));
        assertThat(attacked.path()).hasSize(2);
        float[] x = attacked.clean().picture().values();
        assertThat(attacked.path().get(1).answer().margin(attacked.label()))
                .isCloseTo(-model.worst(x, 8.0 / 255), within(1e-3));
        assertThat(attacked.path().get(1).distance()).isCloseTo(8.0 / 255, within(1e-6));
    }

    @Test
    void anImageTheModelIsWrongAboutNeedsNoAttack() {
        int index = 0;
        LinearBench.Two model = bench.rightBy(index, -0.5);
        BenchSettings how = new BenchSettings(LinearBench.PLAIN_PGD, LinearBench.LINF, 0);
        AttackedImage attacked = bench.done(new ImageAttack(model.choice, index, how));
        assertThat(attacked.clean().correct()).isFalse();
        assertThat(attacked.fooled()).isTrue();
        assertThat(attacked.path()).isEmpty();
        assertThat(attacked.firstSuccess()).isEmpty();
        SmallestBudget smallest = bench.done(new BudgetSearch(model.choice, index, how, false));
        assertThat(smallest.fools()).hasValue(0);
        assertThat(smallest.trials()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("org.smoothbench.core.probe.bench.LinearBench#all")
    void whateverTheAttackTheBenchAndTheGridAgree(BenchSettings how) {
        ModelChoice choice = new ModelChoice(bench.runs().randomLinear(9), "best", false);
        List<Integer> images = IntStream.range(0, 20).boxed().toList();
        List<Verdict> verdicts = bench.done(new GridLook(choice, images, how, _ -> {}));
        assertThat(verdicts).extracting(Verdict::index).containsExactlyElementsOf(images);
        for (Verdict verdict : verdicts) {
            AttackedImage attacked = bench.done(new ImageAttack(choice, verdict.index(), how));
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
        int held = bench.tensors();
        assertThat(held).isEqualTo(bench.tensorsOf(choice));
    }

    /** What the bench shows of Square is a staircase: between the moves it keeps nothing changes. */
    @Test
    void theWayOfSquareIsOfTheMovesItKept() {
        LinearBench.Two easy = bench.rightBy(0, 0.1);
        BenchSettings how = new BenchSettings(new AttackSpec.Square(60, 1, 0.8), LinearBench.LINF, 1);
        BenchSettings longer = new BenchSettings(new AttackSpec.Square(500, 1, 0.8), LinearBench.LINF, 1);
        AttackedImage fooled = bench.done(new ImageAttack(easy.choice, 0, longer));
        assertThat(fooled.firstSuccess())
                .contains(fooled.path().getLast().step())
                .contains(fooled.lastStep());
        assertThat(fooled.stepWord()).isEqualTo("query");
        LinearBench.Two hard = bench.rightBy(0, 30);
        AttackedImage stood = bench.done(new ImageAttack(hard.choice, 0, how));
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
        LinearBench.Two model = bench.rightBy(0, 3);
        float[] x =
                bench.done(new Thumbnails(model.choice, List.of(0))).getFirst().values();
        double boundary = model.boundary(x);
        ThreatModel less = new ThreatModel.Linf(boundary * 255 * 0.5);
        AttackedImage stood =
                bench.done(new ImageAttack(model.choice, 0, new BenchSettings(new AttackSpec.Fab(6, 1), less, 0)));
        assertThat(stood.path()).hasSize(7);
        assertThat(stood.path()).anyMatch(each -> !each.correct()).noneMatch(each -> each.fools());
        assertThat(stood.fooled()).isFalse();
        assertThat(stood.shown().correct()).isFalse();
        // Its steps go a twentieth beyond the boundary at most.
        assertThat(stood.shown().distance()).isBetween(boundary - 1e-5, boundary * 1.05 + 1e-5);
        ThreatModel more = new ThreatModel.Linf(boundary * 255 * 1.2);
        AttackedImage fooled =
                bench.done(new ImageAttack(model.choice, 0, new BenchSettings(new AttackSpec.Fab(6, 1), more, 0)));
        assertThat(fooled.firstSuccess()).contains(1);
        assertThat(fooled.path()).hasSize(7);
        assertThat(fooled.path()).extracting(each -> each.distance()).allMatch(each -> each <= boundary * 1.06);
    }
}
