package org.smoothbench.app.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.activation.Elu;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.activation.SmoothRelu;
import org.smoothbench.viz.curve.Curve;
import org.smoothbench.viz.curve.Interval;

class ActivationsViewModelTest {

    private final ActivationsViewModel page = new ActivationsViewModel();

    private List<Activation> shown() {
        return page.plotted().stream().map(PlottedActivation::activation).toList();
    }

    private static ParameterViewModel alpha(PlottedActivation one) {
        return one.parameters().getFirst();
    }

    @Test
    void beginsWithFigureOne() {
        assertThat(shown()).containsExactly(new Relu(), new ParametricSoftplus(10));
        assertThat(page.domain().domainProperty().get()).isEqualTo(new Interval(-2, 2));
    }

    @Test
    void theFiguresShowThePapersFunctions() {
        page.show(Preset.FIGURE_2);
        assertThat(shown())
                .extracting(Activation::label)
                .containsExactly("Softplus", "SILU", "GELU", "ELU", "SmoothReLU");
        // The sheet of facts: log(1 + e^x), x sigmoid(x), x - log(400 x + 1) / 400.
        List<Curve> values = page.curvesProperty().get().values();
        assertThat(values.getFirst().function().applyAsDouble(2)).isCloseTo(Math.log(1 + Math.exp(2)), within(1e-15));
        assertThat(values.get(1).function().applyAsDouble(2)).isCloseTo(2 / (1 + Math.exp(-2)), within(1e-15));
        assertThat(values.get(4).function().applyAsDouble(2)).isCloseTo(2 - Math.log(801) / 400, within(1e-15));
        page.show(Preset.EVERY_KIND);
        assertThat(shown()).isEqualTo(Activation.usual());
    }

    @Test
    void theCurvesAreTheFormulasAndTheirDerivatives() {
        page.show(Preset.EVERY_KIND);
        Curves curves = page.curvesProperty().get();
        double h = 1e-6;
        for (int i = 0; i < shown().size(); i++) {
            Activation f = shown().get(i);
            for (double x = -4.95; x < 5; x += 0.3) {
                Curve value = curves.values().get(i);
                assertThat(value.function().applyAsDouble(x)).isEqualTo(f.value(x));
                double slope = (value.function().applyAsDouble(x + h)
                                - value.function().applyAsDouble(x - h))
                        / (2 * h);
                Curve first = curves.first().get(i);
                // Central differences of values below 10 carry rounding errors of 1e-9 and a cubic term below 1e-8.
                assertThat(first.function().applyAsDouble(x)).as(f.label()).isCloseTo(slope, within(1e-7));
                double bend = (first.function().applyAsDouble(x + h)
                                - first.function().applyAsDouble(x - h))
                        / (2 * h);
                assertThat(curves.second().get(i).function().applyAsDouble(x))
                        .as(f.label())
                        .isCloseTo(bend, within(1e-6));
            }
        }
    }

    @Test
    void gapsAreWhereTheLimitsDiffer() {
        page.show(Preset.EVERY_KIND);
        Curves curves = page.curvesProperty().get();
        assertThat(curves.first().stream().filter(c -> !c.jumps().isEmpty()).map(Curve::name))
                .containsExactly("ReLU", "LeakyReLU");
        assertThat(curves.second().stream().filter(c -> !c.jumps().isEmpty()).map(Curve::name))
                .containsExactly("ReLU", "ELU", "CELU", "SmoothReLU", "LeakyReLU");
        assertThat(curves.values()).allMatch(c -> c.jumps().isEmpty());
    }

    @Test
    void aParameterMovesCurveClassAndJump() {
        page.show(Preset.TWINS);
        PlottedActivation elu = page.plotted().getFirst();
        assertThat(elu.facts().first().jump()).isEqualTo(-1, within(1e-14));
        alpha(elu).textProperty().set("1");
        assertThat(elu.activation()).isEqualTo(new Elu(1));
        assertThat(elu.facts().smoothness()).isEqualTo(Activation.Smoothness.C1);
        assertThat(page.curvesProperty().get().first().getFirst().jumps()).isEmpty();
        assertThat(page.curvesProperty().get().values().getFirst().name()).isEqualTo("ELU");
    }

    @Test
    void fieldAndSliderFollowEachOther() {
        PlottedActivation softplus = page.plotted().get(1);
        ParameterViewModel alpha = alpha(softplus);
        // The range is 0.001 to a million, nine decades.
        assertThat(alpha.positionProperty().get()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(alpha.textProperty().get()).isEqualTo("10");
        alpha.positionProperty().set(1);
        assertThat(alpha.textProperty().get()).isEqualTo("1000000");
        assertThat(softplus.activation()).isEqualTo(new ParametricSoftplus(1e6));
        alpha.positionProperty().set(4 / 9.0 + 0.004);
        assertThat(alpha.value()).as("snaps to the usual value").isEqualTo(10);
        alpha.positionProperty().set(5.5 / 9);
        assertThat(alpha.value()).isEqualTo(316);
    }

    @Test
    void whatIsTypedWrongKeepsTheCurveAndSaysWhy() {
        PlottedActivation softplus = page.plotted().get(1);
        ParameterViewModel alpha = alpha(softplus);
        for (String wrong : List.of("", "ten", "0", "-3", "2000000", "NaN", "Infinity", "1f0")) {
            alpha.textProperty().set(wrong);
            assertThat(alpha.errorProperty().get()).as(wrong).startsWith("Expected a number from 0.001 to 1000000");
            assertThat(softplus.activation()).isEqualTo(new ParametricSoftplus(10));
        }
        assertThat(alpha.errorProperty().get()).endsWith("found \"1f0\"");
        alpha.textProperty().set(" 20 ");
        assertThat(alpha.errorProperty().get()).isEmpty();
        assertThat(softplus.activation()).isEqualTo(new ParametricSoftplus(20));
    }

    @Test
    void coloursStayWithTheirKindAndTwoOfAKindDiffer() {
        int relu = page.plotted().getFirst().slot();
        page.show(Preset.EVERY_KIND);
        assertThat(page.plotted().getFirst().slot()).isEqualTo(relu);
        page.add(new Relu());
        page.add(new Elu(2));
        assertThat(new HashSet<>(
                        page.plotted().stream().map(PlottedActivation::slot).toList()))
                .hasSize(14);
        assertThat(page.curvesProperty().get().values())
                .extracting(Curve::name)
                .doesNotHaveDuplicates()
                .contains("ReLU", "ReLU #2");
        IntStream.range(0, 20).forEach(_ -> page.add(new Silu()));
        assertThat(page.canAdd(new Silu())).isFalse();
        assertThat(page.plotted()).hasSize(Curve.SLOTS);
        page.remove(page.plotted().getFirst());
        assertThat(page.canAdd(new Relu())).isTrue();
    }

    @Test
    void aSharpPeakIsCutUnlessAskedForAndSaysSo() {
        assertThat(page.secondRangeProperty().get())
                .as("figure 1: one bend only")
                .isEmpty();
        page.show(Preset.FIGURE_2);
        SecondRange range = page.secondRangeProperty().get().orElseThrow();
        assertThat(range.cut()).isEqualTo("SmoothReLU reaches 400");
        assertThat(range.values().max()).isEqualTo(1.5);
        page.hidden().add(page.plotted().getLast().slot());
        assertThat(page.secondRangeProperty().get()).isEmpty();
    }

    @Test
    void theDomainIsCheckedAndResetsTheZoom() {
        page.windowProperty().set(new Interval(0, 1));
        page.domain().toProperty().set("4");
        assertThat(page.domain().domainProperty().get()).isEqualTo(new Interval(-2, 4));
        assertThat(page.windowProperty().get()).isNull();
        page.domain().toProperty().set("-2");
        assertThat(page.domain().errorProperty().get()).contains("right end above the left");
        page.domain().toProperty().set("far");
        assertThat(page.domain().errorProperty().get()).contains("two numbers");
        assertThat(page.domain().domainProperty().get()).isEqualTo(new Interval(-2, 4));
        page.show(Preset.FIGURE_1);
        assertThat(page.domain().errorProperty().get()).isEmpty();
    }

    @Test
    void theProbeBeginsAsThePapersTableOne() {
        ProbeViewModel probe = page.probe();
        assertThat(probe.forwardProperty().get()).isSameAs(page.plotted().getFirst());
        assertThat(probe.backwardProperty().get().derivative())
                .isEqualTo(new BackwardDerivative.Surrogate(new ParametricSoftplus(10)));
        ProbeViewModel.Probe shown = probe.probeProperty().get();
        Curve own = shown.backward().getFirst();
        Curve used = shown.backward().get(1);
        assertThat(own.function().applyAsDouble(0.1)).isEqualTo(1);
        assertThat(used.function().applyAsDouble(0.1)).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-15));
        assertThat(shown.forward().getFirst().function().applyAsDouble(-1)).isZero();
        // sigmoid(0) = 1/2 against 0 on the left and 1 on the right.
        assertThat(shown.summary()).contains("by 0.5 at most, on both sides of 0");
    }

    @Test
    void theProbeFollowsThePage() {
        ProbeViewModel probe = page.probe();
        PlottedActivation softplus = page.plotted().get(1);
        probe.backwardProperty().set(new BackwardChoice.Of(softplus));
        alpha(softplus).textProperty().set("3");
        assertThat(probe.probeProperty().get().backward().get(1).function().applyAsDouble(1))
                .isCloseTo(1 / (1 + Math.exp(-3)), within(1e-15));
        page.remove(softplus);
        assertThat(probe.backwardProperty().get()).isEqualTo(new BackwardChoice.Own());
        assertThat(probe.probeProperty().get().summary()).startsWith("Both passes agree");
        page.remove(page.plotted().getFirst());
        assertThat(probe.probeProperty().get()).isEqualTo(ProbeViewModel.Probe.NONE);
        page.add(new SmoothRelu(400, true));
        assertThat(probe.forwardProperty().get()).isSameAs(page.plotted().getFirst());
    }
}
