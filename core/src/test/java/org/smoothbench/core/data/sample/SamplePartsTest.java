package org.smoothbench.core.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.core.data.SeededRandom;

final class SamplePartsTest {

    @Test
    void weavesAreOrthogonalAndBalanced() {
        for (int one = 0; one < 10; one++) {
            int sum = 0;
            for (int pixel = 0; pixel < 16; pixel++) {
                sum += Weave.sign(one, pixel / 4, pixel % 4);
            }
            assertThat(sum).isZero();
            for (int other = 0; other < 10; other++) {
                int product = 0;
                for (int pixel = 0; pixel < 16; pixel++) {
                    product += Weave.sign(one, pixel / 4, pixel % 4) * Weave.sign(other, pixel / 4, pixel % 4);
                }
                assertThat(product).isEqualTo(one == other ? 16 : 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SampleShape.class)
    void shapesStayWithinTheUnitCircleAndFillAFairPartOfIt(SampleShape shape) {
        int covered = 0;
        for (int row = -60; row <= 60; row++) {
            for (int column = -60; column <= 60; column++) {
                double x = column / 50.0;
                double y = row / 50.0;
                if (shape.covers(x, y)) {
                    covered++;
                    assertThat(x * x + y * y).isLessThan(1.35);
                }
            }
        }
        assertThat(covered / (3.1416 * 50 * 50)).isBetween(0.2, 0.9);
    }

    @Test
    void randomNumbersKeepTheirRangeAndMean() {
        SeededRandom random = SeededRandom.stream(1, 2);
        double sum = 0;
        double squares = 0;
        int count = 20_000;
        for (int draw = 0; draw < count; draw++) {
            double bell = random.bell();
            sum += bell;
            squares += bell * bell;
            assertThat(random.below(7)).isBetween(0, 6);
            assertThat(random.between(-2, 3)).isBetween(-2.0, 3.0);
        }
        assertThat(sum / count).isBetween(-0.03, 0.03);
        assertThat(squares / count).isBetween(0.95, 1.05);
    }

    @Test
    void streamsDiffer() {
        assertThat(SeededRandom.stream(1, 2).fraction())
                .isNotEqualTo(SeededRandom.stream(1, 3).fraction())
                .isEqualTo(SeededRandom.stream(1, 2).fraction());
    }
}
