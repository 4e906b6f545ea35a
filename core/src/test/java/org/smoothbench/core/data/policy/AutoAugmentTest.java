package org.smoothbench.core.data.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.data.PillowReference;
import org.smoothbench.core.experiment.AugmentationSpec.Policy;

final class AutoAugmentTest {

    static Stream<List<String>> references() {
        return PillowReference.lines().stream().filter(line -> !line.getFirst().startsWith("BI"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void operationsGivePillowsBytes(List<String> line) {
        int[] size = Arrays.stream(line.get(2).split("x", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        Raster8 image = new Raster8(PillowReference.image(size[0], size[1], size[2]), size[1], size[0], size[2]);
        Operation.valueOf(line.getFirst()).apply(image, Double.parseDouble(line.get(1)));
        assertThat(PillowReference.summary(image.pixels())).isEqualTo(line.subList(3, 5));
    }

    @Test
    void theReferenceHasEveryOperation() {
        assertThat(references().map(List::getFirst).distinct())
                .containsExactlyInAnyOrder(
                        Stream.of(Operation.values()).map(Enum::name).toArray(String[]::new));
    }

    /** By hand, from torchvision's tables of magnitudes; 32 pixels wide, 16 high. */
    @ParameterizedTest
    @CsvSource({
        "SHEAR_X, 9, 0.3",
        "SHEAR_Y, 3, 0.1",
        "TRANSLATE_X, 9, 14.501510574018129",
        "TRANSLATE_Y, 9, 7.250755287009064",
        "ROTATE, 3, 10",
        "COLOR, 0, 0",
        "CONTRAST, 9, 0.9",
        "POSTERIZE, 0, 8",
        "POSTERIZE, 5, 6",
        "POSTERIZE, 9, 4",
        "SOLARIZE, 0, 255",
        "SOLARIZE, 9, 0",
        "EQUALIZE, 5, 0",
    })
    void levelsHaveTorchvisionsMagnitudes(Operation operation, int level, double magnitude) {
        // Steps of tenths and thirds are not exact in binary.
        assertThat(operation.magnitude(level, 16, 32)).isCloseTo(magnitude, within(1e-12));
    }

    @Test
    void policiesHaveTwentyFivePairs() {
        assertThat(LearnedPolicies.CIFAR10).hasSize(25).doesNotHaveDuplicates();
        assertThat(LearnedPolicies.IMAGENET).hasSize(25);
        // The paper lists four ImageNet pairs twice.
        assertThat(new HashSet<>(LearnedPolicies.IMAGENET)).hasSize(20);
    }

    @ParameterizedTest
    @EnumSource(value = Policy.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void theSameDrawsGiveTheSameImageAndOthersMostlyAnother(Policy policy) {
        byte[] image = PillowReference.image(32, 32, 3);
        byte[] before = image.clone();
        Set<List<String>> results = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            byte[] one = augmented(policy, image, seed);
            assertThat(augmented(policy, image, seed)).isEqualTo(one);
            results.add(PillowReference.summary(one));
        }
        assertThat(image).isEqualTo(before);
        assertThat(results).hasSizeBetween(20, 150);
    }

    @Test
    void workOnGreyImagesAndOnTinyOnes() {
        for (int seed = 0; seed < 100; seed++) {
            for (Policy policy : Policy.values()) {
                AutoAugment augment = new AutoAugment(policy);
                SplittableRandom random = new SplittableRandom(seed);
                assertThat(augment.apply(new byte[28 * 28], 28, 28, 1, random::nextDouble))
                        .hasSize(784);
                assertThat(augment.apply(new byte[3], 1, 1, 3, random::nextDouble))
                        .hasSize(3);
            }
        }
    }

    private static byte[] augmented(Policy policy, byte[] image, int seed) {
        return new AutoAugment(policy).apply(image, 32, 32, 3, new SplittableRandom(seed)::nextDouble);
    }
}
