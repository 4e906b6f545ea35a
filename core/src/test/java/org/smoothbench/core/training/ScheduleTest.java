package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.EarlyStopping;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.experiment.Warmup;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.schema.InvalidSettingException;

/** Schedules against sequences computed by hand. */
class ScheduleTest {

    private static void factors(Schedule schedule, double epochs, double[] at, double... expected) {
        double[] found =
                Arrays.stream(at).map(epoch -> schedule.factor(epoch, epochs)).toArray();
        assertThat(found).containsExactly(expected, within(1e-12));
    }

    @Test
    void stepDropsAtEachMilestoneOfThePapersRecipe() {
        factors(
                new Schedule.Step(List.of(30.0, 60.0, 90.0), 0.1),
                100,
                new double[] {0, 29.999, 30, 60, 99.9},
                1,
                1,
                0.1,
                0.01,
                0.001);
    }

    @Test
    void cosineFallsFromOneToItsMinimum() {
        factors(
                new Schedule.Cosine(0),
                12,
                new double[] {0, 3, 4, 6, 8, 12},
                1,
                (1 + Math.sqrt(0.5)) / 2,
                0.75,
                0.5,
                0.25,
                0);
        factors(new Schedule.Cosine(0.2), 12, new double[] {0, 6, 12, 13}, 1, 0.6, 0.2, 0.2);
    }

    @Test
    void cyclicRisesAndFallsAsInFastAdversarialTraining() {
        // numpy.interp([t], [0, 2/5 * 15, 15], [0, 1, 0]) of that code.
        factors(new Schedule.Cyclic(0.4), 15, new double[] {0, 1.5, 6, 10.5, 15}, 0, 0.25, 1, 0.5, 0);
        factors(new Schedule.Cyclic(0), 10, new double[] {0, 5, 10}, 1, 0.5, 0);
        factors(new Schedule.Cyclic(1), 10, new double[] {0, 5, 10}, 0, 0.5, 1);
    }

    @Test
    void piecewiseGoesStraightFromPointToPoint() {
        factors(
                new Schedule.Piecewise(List.of(2.0, 4.0, 8.0), List.of(1.0, 3.0, 0.0)),
                10,
                new double[] {0, 2, 3, 4, 6, 8, 10},
                1,
                1,
                2,
                3,
                1.5,
                0,
                0);
        assertThatThrownBy(() -> new Schedule.Piecewise(List.of(1.0, 2.0), List.of(1.0)))
                .isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new Schedule.Piecewise(List.of(2.0, 1.0), List.of(1.0, 1.0)))
                .isInstanceOf(InvalidSettingException.class);
    }

    @Test
    void warmupMultipliesTheSchedule() {
        TrainingSpec spec = new TrainingSpec(
                10,
                8,
                new TrainingMethod.Standard(),
                new OptimizerSpec(0.4, 0.9, 0),
                new Schedule.Step(List.of(2.0), 0.5),
                new Warmup(5, 0.25),
                0,
                new WeightAveraging.None(),
                new EarlyStopping(0, 0),
                new CollapseWatch(CollapseWatch.Action.REPORT, 0.5));
        assertThat(new double[] {spec.learningRate(0), spec.learningRate(1), spec.learningRate(4), spec.learningRate(5)
                })
                .containsExactly(new double[] {0.1, 0.4 * 0.4, 0.4 * 0.5 * 0.85, 0.2}, within(1e-12));
    }

    @Test
    void ordersArePermutationsThatDifferByEpochAndRepeatBySeed() {
        int[] first = new Seeds(3).order(0, 1000);
        assertThat(first.clone()).isEqualTo(new Seeds(3).order(0, 1000)).isNotEqualTo(new Seeds(3).order(1, 1000));
        assertThat(first).isNotEqualTo(new Seeds(4).order(0, 1000));
        assertThat(Arrays.stream(first).distinct().count()).isEqualTo(1000);
        assertThat(first).contains(0, 999);
    }
}
