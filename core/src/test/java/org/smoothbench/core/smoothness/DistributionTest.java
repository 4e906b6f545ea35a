package org.smoothbench.core.smoothness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DistributionTest {

    @Test
    void hasTheQuantilesOfEvenlySpacedNumbers() {
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37) % 101;
        }
        Distribution found = Distribution.of(values);
        assertThat(found.median()).isCloseTo(50, within(1e-9));
        assertThat(found.low()).isCloseTo(10, within(1e-9));
        assertThat(found.high()).isCloseTo(90, within(1e-9));
        assertThat(found.mean()).isCloseTo(50, within(1e-9));
        assertThat(found.count()).isEqualTo(101);
    }

    @Test
    void leavesOutWhatIsNoNumberAndSaysSo() {
        assertThat(Distribution.of(1, Double.NaN, 3, Double.POSITIVE_INFINITY))
                .isEqualTo(new Distribution(2, 2, 2, 1.2, 2.8, 2));
        assertThat(Distribution.of()).isEqualTo(new Distribution(0, 0, 0, 0, 0, 0));
    }
}
