package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.experiment.Schedule;

class ScheduleTest {

    @Test
    void stepDropsAtEachMilestoneOfThePapersRecipe() {
        Schedule schedule = new Schedule.Step(List.of(30.0, 60.0, 90.0), 0.1);
        assertThat(schedule.factor(0)).isEqualTo(1);
        assertThat(schedule.factor(29.999)).isEqualTo(1);
        assertThat(schedule.factor(30)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(60)).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.factor(99.9)).isCloseTo(0.001, within(1e-12));
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
