package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When Auto-PGD looks back and when it halves its step, on losses made by hand. */
class StepHalvingTest {

    private static final ApgdSchedule FOUR_THEN_THREE = new ApgdSchedule(4, 1, 3);

    private static int[] checkpoints(int steps) {
        return ApgdSchedule.of(steps).checkpoints(steps).toArray();
    }

    /** After which steps the step of a single image is halved. */
    private static List<Integer> halvings(ApgdSchedule schedule, float start, double... losses) {
        StepHalving halving = new StepHalving(schedule, start);
        List<Integer> halved = new ArrayList<>();
        float best = start;
        for (int i = 0; i < losses.length; i++) {
            best = Math.max(best, (float) losses[i]);
            boolean[] answer = halving.after(new float[] {(float) losses[i]}, new float[] {best});
            if (answer.length > 0 && answer[0]) {
                halved.add(i + 1);
            }
        }
        return halved;
    }

    @Test
    void looksBackWhereThePaperAndTheOriginalDo() {
        assertThat(checkpoints(100)).containsExactly(22, 41, 57, 70, 80, 87, 93, 99);
        assertThat(checkpoints(10)).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(checkpoints(5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(checkpoints(1)).containsExactly(1);
        assertThat(checkpoints(200)).containsExactly(44, 82, 114, 140, 160, 174, 186, 198);
    }

    @Test
    void aLossThatRisesInEveryStepIsLeftAlone() {
        assertThat(halvings(FOUR_THEN_THREE, 1, 2, 3, 4, 5, 6, 7, 8)).isEmpty();
    }

    @Test
    void threeQuartersOfRisesAreTooFew() {
        // Three rises of four steps: exactly the share, which halves already; then three of three.
        assertThat(halvings(FOUR_THEN_THREE, 1, 2, 3, 2.5, 4, 5, 6, 7)).containsExactly(4);
    }

    @Test
    void windowsCountFromTheLastLossBeforeThem() {
        // The fifth loss is below the fourth, so the second window has two rises of three.
        assertThat(halvings(FOUR_THEN_THREE, 1, 2, 3, 4, 9, 5, 6, 10)).containsExactly(7);
    }

    @Test
    void aBestThatStandsStillHalvesUnlessTheStepWasHalvedJustBefore() {
        // Rises after a fall do not reach the best loss of 9. All of the windows hold three rises of three: the first
        // condition is quiet, and the second speaks at every other checkpoint.
        ApgdSchedule three = new ApgdSchedule(3, 0, 3);
        StepHalving halving = new StepHalving(three, 9);
        List<Boolean> answers = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            boolean[] answer = halving.after(new float[] {i * 0.1f}, new float[] {9});
            if (answer.length > 0) {
                answers.add(answer[0]);
            }
        }
        assertThat(answers).containsExactly(false, true, false, true);
    }

    @Test
    void theFirstStepIsComparedWithZeroAsInTheOriginal() {
        // Below the start's loss of 3 but positive: counts as a rise, and four of four leave the step alone.
        assertThat(halvings(FOUR_THEN_THREE, 3, 1, 2, 3, 4)).isEmpty();
        // Above the start's loss but negative: counts as none, and three of four halve it.
        assertThat(halvings(FOUR_THEN_THREE, -9, -5, -4, -3, -2)).containsExactly(4);
    }

    @Test
    void lossesThatAreNoNumbersAreNoRises() {
        assertThat(halvings(FOUR_THEN_THREE, 1, 2, Double.NaN, 3, 4)).containsExactly(4);
    }

    @Test
    void imagesAreJudgedApartAndMayLeave() {
        StepHalving halving = new StepHalving(FOUR_THEN_THREE, 1, 1, 1);
        assertThat(halving.after(new float[] {2, 2, 2}, new float[] {2, 2, 2})).isEmpty();
        assertThat(halving.after(new float[] {3, 1, 3}, new float[] {3, 2, 3})).isEmpty();
        halving.keep(1, 2);
        assertThat(halving.after(new float[] {2, 4}, new float[] {2, 4})).isEmpty();
        assertThat(halving.after(new float[] {3, 5}, new float[] {3, 5})).containsExactly(true, false);
    }
}
