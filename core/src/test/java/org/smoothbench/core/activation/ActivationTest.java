package org.smoothbench.core.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.Activation.Smoothness;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** Formulas and derivatives against the paper's formulas in 90 digits. */
class ActivationTest {

    private static final double[] EXTREMES = {
        0, -0.0, Double.MIN_VALUE, 1e-300, 1e-30, 1e-7, 700, 750, 1e4, 1e30, 1e200, Double.MAX_VALUE
    };

    static List<Activation> family() {
        return Family.members();
    }

    /** A few roundings; relative to the largest term near a root, where no formula can do better. */
    private static double tolerance(double exact, double scale) {
        return 1e-15 * (20 * Math.abs(exact) + scale);
    }

    @ParameterizedTest
    @MethodSource("family")
    void valueAndDerivativesAreThoseOfTheFormulaToRounding(Activation f) {
        for (double x = -11.99; x <= 12; x += 0.37) {
            assertThat(f.value(x)).as("f(%s)", x).isCloseTo(Exact.value(f, x), within(tolerance(Exact.value(f, x), 1)));
            double first = Exact.firstDerivative(f, x);
            assertThat(f.firstDerivative(x)).as("f'(%s)", x).isCloseTo(first, within(tolerance(first, 1)));
            double second = Exact.secondDerivative(f, x);
            assertThat(f.secondDerivative(x)).as("f''(%s)", x).isCloseTo(second, within(tolerance(second, 10)));
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void noDigitsAreLostNearZeroAndInTheTails(Activation f) {
        for (double x : new double[] {-8, -5, -1e-3, -1e-6, -1e-9, 1e-9, 1e-6, 1e-3, 0.02, 5, 8}) {
            double exact = Exact.value(f, x);
            double first = Exact.firstDerivative(f, x);
            // Arguments of exp are rounded too: exp(-80) has about 80 roundings.
            assertThat(f.value(x)).as("f(%s)", x).isCloseTo(exact, within(3e-14 * Math.abs(exact)));
            assertThat(f.firstDerivative(x)).as("f'(%s)", x).isCloseTo(first, within(6e-13 * Math.abs(first)));
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void everythingIsFiniteForEveryFiniteArgument(Activation f) {
        for (double size : EXTREMES) {
            for (double x : new double[] {size, -size}) {
                assertThat(f.value(x)).as("f(%s)", x).isFinite();
                assertThat(f.firstDerivative(x)).as("f'(%s)", x).isFinite();
                assertThat(f.secondDerivative(x)).as("f''(%s)", x).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void farAboveZeroEveryoneIsTheIdentityWithinItsLogarithm(Activation f) {
        for (double x : new double[] {1e30, 1e200, Double.MAX_VALUE}) {
            assertThat(f.value(x) / x).as("f(%s) / x", x).isCloseTo(1, within(1e-15));
            assertThat(f.firstDerivative(x)).as("f'(%s)", x).isCloseTo(1, within(1e-15));
        }
    }

    @ParameterizedTest
    @MethodSource("family")
    void smoothnessIsWhatTheJumpsAtZeroSay(Activation f) {
        double h = 1e-9;
        double first = f.firstDerivative(h) - f.firstDerivative(-h);
        double second = f.secondDerivative(h) - f.secondDerivative(-h);
        // Steepest of the family: SmoothReLU bends by 400 right of 0.
        boolean kink = Math.abs(first) > 1e-6;
        boolean bend = Math.abs(second) > 1e-5;
        assertThat(f.smoothness()).isEqualTo(kink ? Smoothness.C0 : bend ? Smoothness.C1 : Smoothness.C_INFINITY);
    }

    @Test
    void smoothnessOfTheParametersInTable2() {
        assertThat(new Elu(1).smoothness()).isEqualTo(Smoothness.C1);
        assertThat(new Elu(1.2).smoothness()).isEqualTo(Smoothness.C0);
        assertThat(new Celu(1.2).smoothness()).isEqualTo(Smoothness.C1);
    }

    @Test
    void labelsNameWhatIsUnusual() {
        assertThat(new Elu(1).label()).isEqualTo("ELU");
        assertThat(new Elu(1.4).label()).isEqualTo("ELU (alpha = 1.4)");
        assertThat(new SmoothRelu(400, true).label()).isEqualTo("SmoothReLU");
        assertThat(new SmoothRelu(100, false).label()).isEqualTo("SmoothReLU (alpha = 100), fixed");
    }

    @Test
    void everyMemberIsDescribedOnceAndReadsFromItsBareName() {
        Set<String> formulas = new HashSet<>();
        for (Class<?> member : Activation.class.getPermittedSubclasses()) {
            String name =
                    Objects.requireNonNull(member.getAnnotation(Variant.class)).value();
            Activation read = read("\"" + name + "\"");
            assertThat(read).as(name).isInstanceOf(member);
            assertThat(Activation.usual()).as("usual ones").contains(read);
            assertThat(formulas.add(read.formula())).as(read.formula()).isTrue();
            assertThat(Family.members()).as("members tested").hasAtLeastOneElementOfType(member);
        }
        assertThat(read("\"smooth-relu\"")).isEqualTo(new SmoothRelu(400, true));
    }

    @ParameterizedTest
    @MethodSource("family")
    void everyMemberIsWrittenAndReadBack(Activation f) {
        assertThat(read(new RecordWriter().write((Record) f).toString())).isEqualTo(f);
    }

    @Test
    void theProbeUsesThePapersParametricSoftplusUnlessToldOtherwise() {
        RecordReader reader = new RecordReader();
        BackwardDerivative.Surrogate probe =
                reader.read(BackwardDerivative.Surrogate.class, JsonParser.parseString("{}"), "$");
        assertThat(reader.violations()).isEmpty();
        assertThat(probe).isEqualTo(new BackwardDerivative.Surrogate(new ParametricSoftplus(10)));
    }

    /** A described record with an activation in it, as specifications have. */
    public record Place(@Setting(help = "An activation") Activation activation) {}

    private static Activation read(String json) {
        RecordReader reader = new RecordReader();
        Place place = reader.read(Place.class, JsonParser.parseString("{\"activation\": " + json + "}"), "$");
        assertThat(reader.violations()).isEmpty();
        return Objects.requireNonNull(place).activation();
    }
}
