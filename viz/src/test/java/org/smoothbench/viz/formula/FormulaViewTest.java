package org.smoothbench.viz.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FormulaViewTest {
    @SuppressWarnings("NullAway.Init")
    private FormulaView view;

    @Start
    void start(Stage stage) {
        view = new FormulaView(16);
        stage.setScene(new Scene(new VBox(view), 400, 200));
        stage.show();
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void isReadAloud(String latex, String spoken) {
        show(latex);
        assertThat(view.getAccessibleText()).isEqualTo(spoken);
    }

    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of("\\max(0, x)", "max ( 0 , x )"),
                Arguments.of(
                        "\\frac{1}{\\alpha} \\log(1 + e^{\\alpha x})",
                        "1 over alpha log ( 1 plus e to the power alpha x end power )"),
                Arguments.of(
                        "f'(-\\infty) = -\\frac{\\beta}{1 - \\beta}",
                        "f prime ( minus infinity ) equals minus beta over the quantity 1 minus beta end quantity"),
                Arguments.of(
                        "\\begin{cases} x & x \\ge 0 \\\\ 0 & x < 0 \\end{cases}",
                        "x if x at least 0; 0 if x less than 0"),
                Arguments.of(
                        "x \\leftarrow \\Pi_\\epsilon(x + \\beta\\,\\nabla_x L)",
                        "x becomes Pi sub epsilon ( x plus beta  gradient sub x L )"),
                Arguments.of(
                        "\\max_{\\|\\delta\\|_\\infty\\le\\epsilon} L",
                        "max sub norm delta norm sub infinity at most epsilon end sub L"),
                Arguments.of("\\bar\\theta \\leftarrow d\\,\\bar\\theta", "theta bar becomes d  theta bar"),
                Arguments.of("\\alpha = r^2", "alpha equals r to the power 2"));
    }

    @Test
    void variablesAreSlantedAndFunctionsUpright() {
        show("\\tanh(x)");
        assertThat(text("tanh").getFont().getStyle()).doesNotContainIgnoringCase("italic");
        assertThat(text("x").getFont().getStyle()).containsIgnoringCase("italic");
    }

    @Test
    void numeratorBarAndDenominatorLieBelowEachOther() {
        show("\\frac{1}{\\alpha}");
        var bar = view.getChildrenUnmodifiable().stream()
                .filter(Line.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(text("1").getBoundsInParent().getMaxY()).isLessThan(bar.getLayoutY() + 2);
        assertThat(text("α").getBoundsInParent().getMinY()).isGreaterThan(bar.getLayoutY() - 2);
        assertThat(text("1").getBoundsInParent().getCenterX())
                .isCloseTo(bar.getBoundsInParent().getCenterX(), within(1.5));
    }

    @Test
    void exponentsAreSmallerAndRaised() {
        show("e^{x}");
        assertThat(text("x").getFont().getSize()).isLessThan(text("e").getFont().getSize());
        assertThat(text("x").getLayoutY()).isLessThan(text("e").getLayoutY());
        assertThat(text("x").getLayoutX()).isGreaterThan(text("e").getLayoutX());
    }

    @Test
    void nothingIsSetOutsideItsSize() {
        show("\\begin{cases} x - \\frac{1}{\\alpha} \\log(\\alpha x + 1) & x \\ge 0 \\\\ 0 & x < 0 \\end{cases}");
        for (var child : view.getChildrenUnmodifiable()) {
            assertThat(child.getBoundsInParent().getMinY()).isGreaterThanOrEqualTo(-1);
            assertThat(child.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(view.getHeight() + 1);
            assertThat(child.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(view.getWidth() + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\unheard{x}", "\\frac{1}{2", "x }", "\\begin{cases} x", "a # b", "\\"})
    void whatItCannotSetIsShownAsItIsWritten(String latex) {
        assertThat(FormulaView.canSet(latex)).isFalse();
        show(latex);
        assertThat(text(latex).getText()).isEqualTo(latex);
    }

    private void show(String latex) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            view.setFormula(latex);
            view.getScene().getRoot().applyCss();
            view.getScene().getRoot().layout();
        });
    }

    private Text text(String letters) {
        return view.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Text text && text.getText().equals(letters))
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
