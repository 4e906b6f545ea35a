package org.smoothbench.app.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;
import org.smoothbench.viz.formula.FormulaView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The page in the real window, reached as a user reaches it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ActivationsPageTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"width\": 990, \"height\": 900}");
        window = new TestWindow(folder);
        window.open((_, _) -> List.of());
        shortcut(KeyCode.DIGIT5);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void shortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private LineChart chart(String plot) {
        return robot.from(robot.lookup(plot).<Node>query()).lookup(".viz-chart").queryAs(LineChart.class);
    }

    private List<String> names(String plot) {
        return chart(plot).getSeries().stream().map(Series::name).toList();
    }

    private void press(String button) {
        Button found = robot.from(robot.lookup("#activations").<Node>query())
                .lookup((Node node) ->
                        node instanceof Button one && button.equals(one.getText()) && TestWindow.shown(node))
                .query();
        robot.interact(found::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private Node card(int index) {
        return robot.lookup(".activation-card").nth(index).query();
    }

    private <T extends Node> T inCard(int index, String style, Class<T> type) {
        return robot.from(card(index)).lookup(style).queryAs(type);
    }

    @Test
    void showsFigureOneWithTheJumpAsAGap() {
        assertThat(robot.lookup("#activations").<Node>query().isVisible()).isTrue();
        assertThat(robot.lookup("#add-activation").<Node>query().isFocused()).isTrue();
        assertThat(names("#plot-value")).containsExactly("ReLU", "Parametric Softplus");
        Series slope = chart("#plot-first").getSeries().getFirst();
        assertThat(slope.isDrawn(slope.nearest(0))).isFalse();
        assertThat(slope.y(slope.nearest(-1))).isZero();
        assertThat(slope.y(slope.nearest(1))).isEqualTo(1);
        Series value = chart("#plot-value").getSeries().get(1);
        assertThat(value.y(value.nearest(0))).isCloseTo(Math.log(2) / 10, within(1e-15));
        assertThat(inCard(0, ".smoothness-badge", Label.class).getText()).isEqualTo("C⁰ kinked");
    }

    @Test
    void theLargestCurvatureSaysWhereAndWhetherItIsALimit() {
        press("Figure 2");
        assertThat(curvature(0)).isEqualTo("Largest |f″|: 0.25 at 0");
        assertThat(curvature(3)).isEqualTo("Largest |f″|: 1 just below 0");
        assertThat(curvature(4)).isEqualTo("Largest |f″|: 400 just above 0");
        press("Figure 1");
        assertThat(curvature(0)).isEqualTo("Largest |f″|: unbounded: f′ jumps by 1 at 0; elsewhere at most 0");
    }

    private String curvature(int card) {
        return robot.from(card(card)).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> text != null && text.startsWith("Largest"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePlotsZoomTogetherAndShowAllAgain() {
        Button all = robot.lookup("#reset-zoom").queryAs(Button.class);
        assertThat(all.isDisabled()).isTrue();
        robot.interact(() -> chart("#plot-first").zoomProperty().set(new Range(-0.1, 0.1)));
        assertThat(chart("#plot-value").zoomProperty().get()).isEqualTo(new Range(-0.1, 0.1));
        assertThat(chart("#plot-second").zoomProperty().get()).isEqualTo(new Range(-0.1, 0.1));
        robot.clickOn(all);
        assertThat(chart("#plot-second").zoomProperty().get()).isNull();
    }

    @Test
    void aFieldMovesTheCurveAndSaysWhatIsWrong() {
        TextField alpha = inCard(1, ".text-field", TextField.class);
        robot.interact(alpha::requestFocus);
        robot.interact(alpha::selectAll);
        robot.write("1");
        Series value = chart("#plot-value").getSeries().get(1);
        assertThat(value.y(value.nearest(0))).isCloseTo(Math.log(2), within(1e-15));
        assertThat(names("#plot-value")).containsExactly("ReLU", "Parametric Softplus (alpha = 1)");
        robot.interact(alpha::selectAll);
        robot.write("0");
        Label error = inCard(1, ".field-error", Label.class);
        assertThat(error.isVisible()).isTrue();
        assertThat(error.getText()).isEqualTo("Expected a number from 0.001 to 1000000, found \"0\"");
        assertThat(names("#plot-value")).contains("Parametric Softplus (alpha = 1)");
    }

    @Test
    void theSliderMovesWithTheKeysAndIsNamed() {
        Slider slider = inCard(1, ".slider", Slider.class);
        assertThat(slider.getAccessibleText()).isEqualTo("Parametric Softplus, slider for alpha");
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(inCard(1, ".text-field", TextField.class).getText()).isEqualTo("14.1");
    }

    @Test
    void theSelectionSurvivesLeavingThePage() {
        press("Figure 2");
        robot.interact(() -> chart("#plot-value").getSeries().getFirst().setVisible(false));
        shortcut(KeyCode.DIGIT1);
        assertThat(TestWindow.shown(robot.lookup("#activations").query())).isFalse();
        robot.clickOn("#page-activations");
        assertThat(names("#plot-value")).containsExactly("Softplus", "SILU", "GELU", "ELU", "SmoothReLU");
        assertThat(chart("#plot-second").getSeries().getFirst().isVisible()).isFalse();
    }

    @Test
    void sharpPeaksAreCutInWordsAndShownWhenAskedFor() {
        press("Figure 2");
        assertThat(text("#cut")).isEqualTo("Cut off: SmoothReLU reaches 400");
        assertThat(chart("#plot-second").leftAxis().fixedRangeProperty().get()).isEqualTo(new Range(-0.5, 1.5));
        CheckBox whole = robot.lookup("Show peaks whole").queryAs(CheckBox.class);
        robot.clickOn(whole);
        assertThat(chart("#plot-second").leftAxis().fixedRangeProperty().get()).isNull();
    }

    @Test
    void anEmptyPageSaysWhatToDo() {
        while (!robot.lookup(".activation-card").queryAll().isEmpty()) {
            Button remove = inCard(0, ".button", Button.class);
            assertThat(remove.getAccessibleText()).startsWith("Remove ");
            robot.interact(remove::fire);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(robot.lookup("#activations-empty").<Node>query().isVisible()).isTrue();
        MenuButton add = robot.lookup("#add-activation").queryAs(MenuButton.class);
        robot.interact(() -> add.getItems().get(3).fire());
        assertThat(names("#plot-value")).containsExactly("SILU");
        assertThat(robot.lookup("#activations-empty").<Node>query().isVisible()).isFalse();
    }

    @Test
    void theKinkIsShownInNumbers() {
        press("ELU and CELU");
        robot.clickOn("#sight-kink");
        TableView<PlottedActivation> table = robot.lookup("#kink-table").queryTableView();
        assertThat(row(table, 0)).containsExactly("ELU (alpha = 2)", "C⁰ kinked", "2", "1", "by −1", "2", "0", "by −2");
        assertThat(row(table, 1))
                .containsExactly("CELU (alpha = 2)", "C¹ smooth", "1", "1", "no", "0.5", "0", "by −0.5");
        Slider reach = robot.lookup("#kink-reach").queryAs(Slider.class);
        robot.interact(reach::requestFocus);
        robot.type(KeyCode.HOME);
        assertThat(chart("#plot-kink").xAxis().fixedRangeProperty().get()).isEqualTo(new Range(-1e-6, 1e-6));
        Series elu = chart("#plot-kink").getSeries().getFirst();
        assertThat(elu.y(0)).isCloseTo(2, within(1e-5));
        assertThat(elu.y(elu.size() - 1)).isEqualTo(1);
    }

    private static List<String> row(TableView<PlottedActivation> table, int index) {
        return table.getColumns().stream()
                .map(column -> String.valueOf(column.getCellData(index)))
                .toList();
    }

    @Test
    void theProbeShowsWhatEachPassSees() {
        robot.clickOn("#sight-probe");
        assertThat(names("#plot-forward")).containsExactly("forward: ReLU", "backward believes: Parametric Softplus");
        assertThat(names("#plot-backward"))
                .containsExactly("own derivative", "used: derivative of Parametric Softplus");
        Series used = chart("#plot-backward").getSeries().get(1);
        assertThat(used.y(used.nearest(0))).isEqualTo(0.5);
        assertThat(text("#probe-summary")).contains("by 0.5 at most");
    }

    @Test
    void everyFormulaOfTheFamilyCanBeSetAndReadAloud() {
        for (Activation f : Activation.usual()) {
            assertThat(FormulaView.canSet("f(x) = " + f.formula()))
                    .as(f.formula())
                    .isTrue();
        }
        FormulaView formula = inCard(1, ".viz-formula", FormulaView.class);
        assertThat(formula.getAccessibleText()).contains("1 over alpha log");
        Node plot = Objects.requireNonNull(chart("#plot-first").lookup(".viz-plot"));
        assertThat(String.valueOf(plot.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .startsWith("First derivative f′(x): ReLU 1 at x 2");
    }
}
