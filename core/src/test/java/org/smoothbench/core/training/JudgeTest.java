package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smoothbench.core.evaluation.Accuracy;
import org.smoothbench.core.experiment.BatchNormMode;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.EarlyStopping;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.experiment.Warmup;
import org.smoothbench.core.experiment.WeightAveraging;

class JudgeTest {

    private static Judge judge(int patience, double gain, CollapseWatch.Action action) {
        return new Judge(
                new TrainingSpec(
                        10,
                        8,
                        new TrainingMethod.Fast(8, 1.25, BatchNormMode.INFERENCE),
                        new OptimizerSpec(0.1, 0.9, 0),
                        new Schedule.Constant(),
                        new Warmup(0, 0),
                        0,
                        new WeightAveraging.None(),
                        new EarlyStopping(patience, gain),
                        new CollapseWatch(action, 0.5)),
                10);
    }

    /** Of 100 images, all of them right without attack. */
    private static Judge.Verdict judge(Judge judge, int robust, int singleStep) {
        return judge.judge(new Accuracy(100, 100, robust, singleStep));
    }

    @Test
    void seesRobustAccuracyCollapseWhileTheSingleStepRises() {
        Judge judge = judge(0, 0, CollapseWatch.Action.REPORT);
        assertThat(judge(judge, 30, 40).collapsed()).isFalse();
        assertThat(judge(judge, 36, 45).collapsed()).isFalse();
        assertThat(judge(judge, 5, 80)).isEqualTo(new Judge.Verdict(false, false, true));
        // It is news once; and again if training recovers and collapses anew.
        assertThat(judge(judge, 0, 90).collapsed()).isFalse();
        assertThat(judge(judge, 37, 50).best()).isTrue();
        assertThat(judge(judge, 1, 85).collapsed()).isTrue();
    }

    @Test
    void aFallOfBothIsNoCollapse() {
        Judge judge = judge(0, 0, CollapseWatch.Action.REPORT);
        judge(judge, 36, 45);
        assertThat(judge(judge, 10, 20).collapsed()).isFalse();
        assertThat(judge(judge, 19, 60).collapsed()).isFalse();
    }

    @Test
    void noiseAtTheLevelOfChanceIsNoCollapse() {
        Judge judge = judge(0, 0, CollapseWatch.Action.STOP);
        judge(judge, 10, 10);
        assertThat(judge(judge, 2, 12).collapsed()).isFalse();
    }

    @Test
    void looksAwayIfToldSoOrIfNothingWasMeasured() {
        Judge blind = judge(0, 0, CollapseWatch.Action.IGNORE);
        judge(blind, 36, 45);
        assertThat(judge(blind, 0, 90).collapsed()).isFalse();
        Judge unmeasured = judge(0, 0, CollapseWatch.Action.REPORT);
        judge(unmeasured, 36, -1);
        assertThat(judge(unmeasured, 0, -1).collapsed()).isFalse();
    }

    @Test
    void losesPatienceAfterSoManyEvaluationsWithoutABetterOne() {
        Judge judge = judge(2, 0.02, CollapseWatch.Action.IGNORE);
        assertThat(judge(judge, 30, -1)).isEqualTo(new Judge.Verdict(true, false, false));
        assertThat(judge(judge, 33, -1)).isEqualTo(new Judge.Verdict(true, false, false));
        // A higher one that is not higher by the minimum gain is the best, and no reason for patience.
        assertThat(judge(judge, 34, -1)).isEqualTo(new Judge.Verdict(true, false, false));
        assertThat(judge(judge, 33, -1)).isEqualTo(new Judge.Verdict(false, true, false));
    }
}
