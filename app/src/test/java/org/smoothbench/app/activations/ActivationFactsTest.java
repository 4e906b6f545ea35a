package org.smoothbench.app.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Activation.Smoothness;
import org.smoothbench.core.activation.Celu;
import org.smoothbench.core.activation.Elu;
import org.smoothbench.core.activation.Gelu;
import org.smoothbench.core.activation.LeakyRelu;
import org.smoothbench.core.activation.Mish;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.activation.Pssilu;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.activation.SmoothRelu;
import org.smoothbench.core.activation.Softplus;
import org.smoothbench.core.activation.Swish;

/** Limits and peaks against closed forms. */
class ActivationFactsTest {

    static Stream<Arguments> jumps() {
        return Stream.of(
                Arguments.of(new Relu(), 0, 1),
                Arguments.of(new LeakyRelu(0.3), 0.3, 1),
                Arguments.of(new Elu(1.4), 1.4, 1),
                Arguments.of(new Elu(0.001), 0.001, 1),
                Arguments.of(new Elu(1), 1, 1),
                Arguments.of(new Celu(0.001), 1, 1),
                Arguments.of(new SmoothRelu(1e6, true), 0, 0),
                Arguments.of(new ParametricSoftplus(1e6), 0.5, 0.5),
                Arguments.of(new Mish(), 0.6, 0.6));
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void theLimitsOfTheFirstDerivativeAreThoseOfThePieces(Activation f, double left, double right) {
        ZeroLimits limits = ActivationFacts.of(f).first();
        assertThat(limits.left()).isCloseTo(left, within(1e-14));
        assertThat(limits.right()).isCloseTo(right, within(1e-14));
        assertThat(limits.jump()).isCloseTo(right - left, within(2e-14));
        assertThat(limits.jumps()).isEqualTo(left != right);
    }

    static Stream<Arguments> curvatures() {
        return Stream.of(
                Arguments.of(new Softplus(), 0.25, 0),
                Arguments.of(new ParametricSoftplus(10), 2.5, 0),
                Arguments.of(new ParametricSoftplus(1e6), 2.5e5, 0),
                Arguments.of(new Silu(), 0.5, 0),
                Arguments.of(new Swish(4), 2, 0),
                Arguments.of(new Pssilu(3, 0.5, true), 3, 0),
                Arguments.of(new Gelu(), 2 / Math.sqrt(2 * Math.PI), 0),
                Arguments.of(new Elu(1), 1, 0),
                Arguments.of(new Elu(2), 2, 0),
                Arguments.of(new Celu(0.5), 2, 0),
                Arguments.of(new SmoothRelu(400, true), 400, 0),
                Arguments.of(new Relu(), 0, 0));
    }

    @ParameterizedTest
    @MethodSource("curvatures")
    void theLargestCurvatureIsTheClosedForms(Activation f, double size, double at) {
        Peak peak = ActivationFacts.of(f).curvature();
        assertThat(peak.size()).isCloseTo(size, within(1e-8 * Math.max(1, size)));
        assertThat(peak.at()).isCloseTo(at, within(1e-6));
    }

    @Test
    void aPeakAwayFromZeroIsFoundToTheDigitsThatItsFlatTopAllows() {
        // x e^-|x| has its largest size, 1/e, at 1 and -1.
        Peak hill = Peak.of(x -> x * Math.exp(-Math.abs(x)));
        assertThat(hill.size()).isCloseTo(1 / Math.E, within(1e-15));
        assertThat(Math.abs(hill.at())).isCloseTo(1, within(1e-7));
        // No place of a fine even grid has more curvature than Mish's peak.
        Mish mish = new Mish();
        Peak peak = ActivationFacts.of(mish).curvature();
        for (double x = -20; x <= 20; x += 1e-4) {
            assertThat(Math.abs(mish.secondDerivative(x))).isLessThanOrEqualTo(peak.size());
        }
        assertThat(peak.size()).isEqualTo(Math.abs(mish.secondDerivative(peak.at())));
    }

    @Test
    void measuredLimitsBearOutTheSmoothnessOfEveryKindAtTheEndsOfEveryRange() {
        List<Activation> sharpest = List.of(
                new ParametricSoftplus(1e6),
                new ParametricSoftplus(1e-3),
                new Swish(1e6),
                new Swish(1e-3),
                new Elu(1e-3),
                new Elu(1000),
                new Elu(1 + 1e-9),
                new Celu(1e-3),
                new Celu(1000),
                new SmoothRelu(1e-6, true),
                new SmoothRelu(1e6, true),
                new LeakyRelu(0),
                new LeakyRelu(0.99),
                new Pssilu(1e6, 0.99, true));
        Stream.concat(Activation.usual().stream(), sharpest.stream())
                .forEach(f -> assertThat(ActivationFacts.of(f).contradicted())
                        .as(f.label())
                        .isFalse());
    }

    @Test
    void aWrongClaimIsFoundOut() {
        ZeroLimits kink = ActivationFacts.of(new Relu()).first();
        ZeroLimits none = ActivationFacts.of(new Silu()).first();
        assertThat(new ActivationFacts(Smoothness.C1, kink, none, new Peak(0, 0)).contradicted())
                .isTrue();
        assertThat(new ActivationFacts(Smoothness.C_INFINITY, none, kink, new Peak(0, 0)).contradicted())
                .isTrue();
        assertThat(new ActivationFacts(Smoothness.C0, none, none, new Peak(0, 0)).contradicted())
                .isTrue();
    }
}
