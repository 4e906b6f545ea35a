package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.problem.ProblemException;

final class SplitTest {

    /** 50 images of class 0, 30 of class 1, 20 of class 2, mixed. */
    private static final int[] LABELS = IntStream.range(0, 100)
            .map(i -> i % 10 < 5 ? 0 : i % 10 < 8 ? 1 : 2)
            .toArray();

    private static Split split(int training, int validation, int seed) {
        return Split.of(LABELS, 3, new SplitSpec(training, validation, seed));
    }

    private static List<Integer> counts(int[] places) {
        return ClassBalance.of(Arrays.stream(places).map(i -> LABELS[i]).toArray(), List.of("a", "b", "c"))
                .counts();
    }

    @Test
    void isDisjointAndUsesEveryImageOnce() {
        Split split = split(0, 20, 3);
        int[] all = IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 100).toArray());
        assertThat(split.training()).isSorted();
        assertThat(split.validation()).isSorted();
    }

    @Test
    void keepsEachClassInItsShare() {
        assertThat(counts(split(0, 20, 0).validation())).containsExactly(10, 6, 4);
        assertThat(counts(split(40, 20, 0).training())).containsExactly(20, 12, 8);
        // 7 of 100 are 3.5, 2.1 and 1.4: the remainder goes to the largest fraction.
        assertThat(counts(split(0, 7, 0).validation())).containsExactly(4, 2, 1);
    }

    @Test
    void fewerImagesAreAPartOfMoreAndValidationStaysTheSame() {
        int[] few = split(20, 10, 5).training();
        int[] more = split(60, 10, 5).training();
        assertThat(more).contains(few);
        assertThat(split(20, 10, 5).validation()).isEqualTo(split(0, 10, 5).validation());
    }

    @Test
    void followsFromTheSeedAlone() {
        assertThat(split(10, 5, 1).training()).isEqualTo(split(10, 5, 1).training());
        assertThat(split(10, 5, 2).training()).isNotEqualTo(split(10, 5, 1).training());
        // Written down when this was made: the same on every machine and Java.
        assertThat(split(6, 4, 1).validation()).containsExactly(3, 58, 71, 85);
    }

    @Test
    void keepsEverythingWhereNothingIsAsked() {
        assertThat(split(0, 0, 0).training()).hasSize(100);
        assertThat(split(0, 0, 0).validation()).isEmpty();
    }

    @Test
    void bearsAClassWithoutImages() {
        Split split = Split.of(new int[] {0, 0, 2, 2}, 3, new SplitSpec(1, 2, 0));
        assertThat(split.validation()).hasSize(2);
        assertThat(split.training()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, $.split.validation, asks for 100 validation images and leaves none of the 100",
        "91, 10, $.split.training, asks for 91 images to train on and 10 for validation but there are only 100",
    })
    void refusesMoreThanThereAre(int training, int validation, String where, String what) {
        assertThatThrownBy(() -> split(training, validation, 0))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().where()).isEqualTo(where);
                    assertThat(thrown.problem().what().replace(",", "")).startsWith(what);
                });
    }

    @Test
    void balanceNamesClassesThatAreEmptyOrMuchLarger() {
        List<String> names = List.of("cat", "dog", "cow");
        assertThat(new ClassBalance(names, List.of(10, 15, 12)).warning()).isEmpty();
        assertThat(new ClassBalance(names, List.of(10, 16, 12)).warning())
                .hasValue(
                        "the classes are unbalanced: 10 training images of \"cat\", 16 of \"dog\" (1.6 times as many)");
        assertThat(new ClassBalance(names, List.of(10, 0, 12)).warning())
                .hasValue("1 of 3 classes have no training images: dog");
        assertThat(ClassBalance.of(new int[] {2, 0, 2}, names).counts()).containsExactly(1, 0, 2);
    }
}
