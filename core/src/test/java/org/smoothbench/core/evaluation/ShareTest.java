package org.smoothbench.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Wilson's interval, against its defining equation and published values. */
class ShareTest {

    private static final double Z = 1.959963984540054;

    @Test
    void bothEndsSolveTheEquationTheIntervalIsDefinedBy() {
        // The ends are the p for which the share seen is exactly z standard errors away, (x - p)^2 = z^2 p (1 - p) / n.
        for (int of : new int[] {1, 7, 100, 1000, 10000}) {
            for (int count = 1; count < of; count += Math.max(1, of / 9)) {
                Share share = Share.of(count, of);
                for (double p : new double[] {share.low(), share.high()}) {
                    double x = (double) count / of;
                    assertThat((x - p) * (x - p)).isCloseTo(Z * Z * p * (1 - p) / of, within(1e-12));
                }
                assertThat(share.low()).isLessThan(share.share()).isPositive();
                assertThat(share.high()).isGreaterThan(share.share()).isLessThan(1);
            }
        }
    }

    @Test
    void theEndsTouchZeroAndOneOnlyThere() {
        assertThat(Share.of(0, 10).low()).isZero();
        // 0 of 10 gives z^2 / (n + z^2) = 0.2775 as upper end.
        assertThat(Share.of(0, 10).high()).isCloseTo(0.2775, within(5e-5));
        assertThat(Share.of(10, 10).high()).isEqualTo(1);
        assertThat(Share.of(10, 10).low()).isCloseTo(0.7225, within(5e-5));
        assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 0, 0, 1));
    }

    @Test
    void sharesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Share.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Share.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
