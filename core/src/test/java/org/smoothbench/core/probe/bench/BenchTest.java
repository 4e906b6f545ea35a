package org.smoothbench.core.probe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AutoAttack;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.problem.ProblemException;

/** Smallest budgets, transfer and bad requests of the bench, on linear classifiers. */
@SuppressWarnings("NullAway.Init")
final class BenchTest {

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
    void theSmallestBudgetIsTheDistanceToTheBoundary() {
        int index = 0;
        for (double margin : new double[] {0.1, 0.7, 3}) {
            LinearBench.Two model = bench.rightBy(index, margin);
            SmallestBudget found = bench.done(new BudgetSearch(
                    model.choice,
                    index,
                    new BenchSettings(new AttackSpec.Fgsm(false), new ThreatModel.Linf(8), 0),
                    true));
            float[] x = bench.done(new Thumbnails(model.choice, List.of(index)))
                    .getFirst()
                    .values();
            double boundary = model.boundary(x);
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

    @Test
    void aModelWithoutBoundarySaysHowFarItWasSearched() {
        ModelChoice immune = bench.immune();
        SmallestBudget found = bench.done(
                new BudgetSearch(immune, 0, new BenchSettings(LinearBench.PLAIN_PGD, LinearBench.LINF, 0), true));
        assertThat(found.fools()).isEmpty();
        assertThat(found.fab()).isEmpty();
        assertThat(found.searched()).isCloseTo(128.0 / 255, within(1e-12));
        assertThat(found.trials()).extracting(SmallestBudget.Trial::fooled).containsOnly(false);
    }

    @Test
    void aModelIsFooledByItsOwnExamplesAndAnImmuneOneByNobodys() {
        int index = 0;
        LinearBench.Two model = bench.rightBy(index, 0.4);
        BenchSettings how = new BenchSettings(AttackSpec.Pgd.steps(5), LinearBench.LINF, 0);
        List<TransferStudy.Progress> told = new ArrayList<>();
        TransferMatrix matrix =
                bench.done(new TransferStudy(List.of(model.choice, model.choice, bench.immune()), 20, how, told::add));
        int n = matrix.images().size();
        assertThat(n).isPositive();
        assertThat(matrix.images()).contains(index).doesNotHaveDuplicates();
        assertThat(matrix.looked()).isEqualTo(20);
        List<Verdict> verdicts = bench.done(new GridLook(model.choice, matrix.images(), how, _ -> {}));
        int whiteBox = (int) verdicts.stream().filter(Verdict::fooled).count();
        assertThat(whiteBox).isPositive();
        assertThat(verdicts).allMatch(Verdict::correct);
        assertThat(matrix.fooled())
                .containsExactly(List.of(whiteBox, whiteBox, 0), List.of(whiteBox, whiteBox, 0), List.of(0, 0, 0));
        assertThat(matrix.share(0, 1)).isEqualTo((double) whiteBox / n);
        assertThat(told.getLast()).isEqualTo(new TransferStudy.Progress(n, 20, 3 * n, 3 * n));
    }

    @ParameterizedTest
    @MethodSource("org.smoothbench.core.probe.bench.LinearBench#all")
    void transferredExamplesStayWithinTheBudget(BenchSettings how) {
        ModelChoice one = new ModelChoice(bench.runs().randomLinear(9), "best", false);
        ModelChoice other = new ModelChoice(bench.runs().randomLinear(10), "best", false);
        // A violation is thrown by the study's own look at its examples.
        TransferMatrix matrix = bench.done(new TransferStudy(List.of(one, other), 6, how, _ -> {}));
        List<Verdict> verdicts = bench.done(new GridLook(one, matrix.images(), how, _ -> {}));
        assertThat(matrix.fooled().getFirst().getFirst())
                .isEqualTo((int) verdicts.stream().filter(Verdict::fooled).count());
    }

    @Test
    void whatDoesNotFitIsSaidInWords() {
        ModelChoice choice = new ModelChoice(bench.runs().randomLinear(9), "best", false);
        BenchSettings how = new BenchSettings(LinearBench.PLAIN_PGD, LinearBench.LINF, 0);
        assertThatThrownBy(() -> bench.done(new ImageAttack(choice, 20, how)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().line())
                                .contains("there is no image 20 among the 20 test images", "choose one from 0 to 19"));
        assertThatThrownBy(() -> new BenchSettings(new AutoAttack(AutoAttack.Version.STANDARD), LinearBench.LINF, 0))
                .hasMessageContaining("several attacks");
        ModelChoice none = new ModelChoice(bench.runs().untrained("{\"type\": \"mlp\"}", Map.of()), "best", false);
        assertThatThrownBy(() -> bench.done(new TransferStudy(List.of(choice, none), 4, how, _ -> {})))
                .hasMessageContaining("there is no best checkpoint yet");
    }
}
