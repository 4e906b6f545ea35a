package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.data.Augmentation.Placement;
import org.smoothbench.core.experiment.AugmentationSpec;
import org.smoothbench.core.experiment.AugmentationSpec.Policy;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

final class AugmentationTest {

    private static final int DRAWS = 20_000;

    private static AugmentationSpec spec(int padding, boolean flip, int cutout, double probability) {
        return new AugmentationSpec(padding, flip, Policy.NONE, cutout, probability);
    }

    /** The image 1 2 3 / 4 5 6 / 7 8 9. */
    private static byte[] moved(Placement placement) {
        byte[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        new Augmentation(spec(1, true, 2, 1), 3, 3, 1).apply(pixels, 0, placement);
        return pixels;
    }

    @Test
    void movesMirrorsAndCutsAsByHand() {
        assertThat(moved(new Placement(0, 0, false, 0, 0, 0))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(moved(new Placement(1, -1, false, 0, 0, 0))).containsExactly(0, 4, 5, 0, 7, 8, 0, 0, 0);
        assertThat(moved(new Placement(0, 0, true, 0, 0, 0))).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
        // The part is taken first and then mirrored.
        assertThat(moved(new Placement(1, -1, true, 0, 0, 0))).containsExactly(5, 4, 0, 8, 7, 0, 0, 0, 0);
        assertThat(moved(new Placement(0, 0, true, -1, 1, 2))).containsExactly(3, 0, 0, 6, 5, 4, 9, 8, 7);
    }

    @Test
    void drawsEveryPlaceEquallyOften() {
        Augmentation augmentation = new Augmentation(spec(2, true, 3, 0.25), 8, 8, 3);
        int[] rows = new int[5];
        int[] columns = new int[5];
        int[] centres = new int[8];
        int mirrored = 0;
        int cut = 0;
        for (int i = 0; i < DRAWS; i++) {
            Placement placement = augmentation.draw(Augmentation.imageSeed(7, i));
            rows[placement.y() + 2]++;
            columns[placement.x() + 2]++;
            centres[placement.cutY() + 1]++;
            mirrored += placement.mirrored() ? 1 : 0;
            cut += placement.cutSide() == 3 ? 1 : 0;
        }
        // Five standard deviations of a binomial count: once in a million for a sound generator, and the seed is fixed.
        Arrays.stream(rows).forEach(count -> near(count, 1 / 5.0));
        Arrays.stream(columns).forEach(count -> near(count, 1 / 5.0));
        Arrays.stream(centres).forEach(count -> near(count, 1 / 8.0));
        near(mirrored, 0.5);
        near(cut, 0.25);
    }

    private static void near(int count, double share) {
        double deviation = Math.sqrt(DRAWS * share * (1 - share));
        assertThat((double) count).isBetween(DRAWS * share - 5 * deviation, DRAWS * share + 5 * deviation);
    }

    @Test
    void leavesOtherImagesOfTheArrayAlone() {
        byte[] pixels = new byte[3 * 75];
        Arrays.fill(pixels, (byte) 9);
        new Augmentation(new AugmentationSpec(2, true, Policy.CIFAR10, 3, 1), 5, 5, 3).apply(pixels, 75, 1);
        for (int at = 0; at < 75; at++) {
            assertThat(pixels[at]).isEqualTo((byte) 9);
            assertThat(pixels[150 + at]).isEqualTo((byte) 9);
        }
        assertThat(Arrays.copyOfRange(pixels, 75, 150)).contains(0);
    }

    @Test
    void drawsAreTheSameForGood() {
        // Written down when this was made; a run that is resumed by a later version depends on them.
        assertThat(new Augmentation(spec(4, true, 8, 1), 32, 32, 3).draw(Augmentation.imageSeed(1, 2)))
                .isEqualTo(new Placement(-3, -4, false, 21, 1, 8));
    }

    @Test
    void refusesWhatIsLargerThanTheImages() {
        assertProblem(spec(28, false, 0, 1), "$.augmentation.cropPadding", "28x28 pixels, found 28");
        assertProblem(spec(0, false, 29, 1), "$.augmentation.cutout", "28x28 pixels, found 29");
        assertThat(new Augmentation(spec(27, false, 28, 1), 28, 28, 1).none()).isFalse();
    }

    private static void assertProblem(AugmentationSpec spec, String where, String what) {
        assertThatThrownBy(() -> new Augmentation(spec, 28, 28, 1))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem()).isInstanceOf(Problem.Specification.class);
                    assertThat(thrown.problem().where()).isEqualTo(where);
                    assertThat(thrown.problem().what()).contains(what);
                });
    }

    @Test
    void nothingIsDoneWhereNothingIsAsked() {
        assertThat(AugmentationSpec.NONE.none()).isTrue();
        assertThat(spec(0, false, 8, 0).none()).isTrue();
        assertThat(spec(0, true, 0, 1).none()).isFalse();
        assertThat(new AugmentationSpec(0, false, Policy.IMAGENET, 0, 1).none()).isFalse();
    }
}
