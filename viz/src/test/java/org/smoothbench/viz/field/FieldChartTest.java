package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Stages;
import org.smoothbench.viz.palette.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FieldChartTest {
    private static final int SIDE = 21;

    private final List<FieldVertex> chosen = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private FieldChart chart;

    @Start
    void start(Stage stage) {
        chart = new FieldChart();
        chart.xAxis().setTitle("a");
        chart.xAxis().setUnit("ε");
        chart.yAxis().setTitle("b");
        chart.valueAxis().setTitle("loss");
        chart.contoursProperty().set(0);
        chart.setField(Fields.of(SIDE, 2, (x, y) -> x + 10 * y));
        chart.setOnChosen(chosen::add);
        stage.setScene(new Scene(new BorderPane(chart), 700, 500));
        stage.show();
    }

    @Test
    void theVertexUnderThePointerIsPickedAndSaid(FxRobot robot) {
        move(robot, 1.18, -0.41);

        var vertex = chart.pointedAtProperty().get().orElseThrow();
        assertThat(vertex.column()).isEqualTo(16);
        assertThat(vertex.row()).isEqualTo(8);
        assertThat(vertex.x()).isEqualTo(1.2);
        assertThat(vertex.y()).isEqualTo(-0.4, within(1e-12));
        assertThat(vertex.value()).isEqualTo(-2.8f, within(1e-6f));
        assertThat(said()).isEqualTo("a 1.200 ε;b -0.4000;loss -2.800");
        robot.clickOn(chart.getScene().getRoot().localToScreen(axes().x(1.18), axes().y(-0.41)));
        assertThat(chosen).extracting(FieldVertex::column).containsExactly(16);
    }

    @Test
    void everyPixelOfTheMapHasTheColourOfItsPlace() {
        var picture = Stages.picture(chart);
        var scale = new ColourScale(ColourMap.VIRIDIS, new Range(-22, 22));

        for (var y = -1.9; y < 2; y += 0.37) {
            for (var x = -1.9; x < 2; x += 0.41) {
                var pixel = picture.getPixelReader().getColor((int) axes().x(x), (int) axes().y(y));
                // A pixel is 0.011 of the plane high, hence 0.11 of the loss: a quarter of a colour's step.
                assertThat(Stages.isLike(pixel, scale.colour(x + 10 * y)))
                        .as("at %f, %f", x, y)
                        .isTrue();
            }
        }
    }

    @Test
    void aUnitIsAsLongAcrossAsUp(FxRobot robot) {
        var area = axes().area();
        assertThat(axes().x(1) - axes().x(0)).isCloseTo(axes().y(0) - axes().y(1), within(0.5));
        assertThat(area.getMaxX()).as("room for the colour bar").isLessThan(chart.getWidth() - 40);
        assertThat(axes().x(-2)).isEqualTo(area.getMinX());
        assertThat(axes().y(2)).isEqualTo(area.getMinY());

        robot.interact(() -> chart.alikeProperty().set(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(axes().area().getWidth()).isGreaterThan(axes().area().getHeight() * 1.2);
    }

    @Test
    void keysStepFromVertexToVertex(FxRobot robot) {
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(chart.pointedAtProperty().get().orElseThrow().x())
                .as("from the middle")
                .isZero();
        robot.type(KeyCode.RIGHT)
                .type(KeyCode.UP)
                .type(KeyCode.UP)
                .type(KeyCode.LEFT)
                .type(KeyCode.DOWN);
        assertThat(said()).isEqualTo("a 0 ε;b 0.2000;loss 2");

        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(chart.pointedAtProperty().get().orElseThrow().column())
                .as("no further than the border")
                .isEqualTo(20);
        robot.type(KeyCode.ENTER);
        assertThat(chosen).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(chart.pointedAtProperty().get()).isEmpty();
    }

    @Test
    void theSectionsEndsAreDragged(FxRobot robot) {
        robot.interact(() -> chart.sectionProperty().set(new SectionLine(-1, 0, 1, 0)));
        WaitForAsyncUtils.waitForFxEvents();

        move(robot, 1, 0);
        robot.press(MouseButton.PRIMARY);
        move(robot, 1.2, 0.5);
        move(robot, 1.5, 1);
        robot.release(MouseButton.PRIMARY);

        var line = Objects.requireNonNull(chart.sectionProperty().get());
        assertThat(line.fromX()).isEqualTo(-1);
        assertThat(line.toX()).isCloseTo(1.5, within(0.02));
        assertThat(line.toY()).isCloseTo(1, within(0.02));
        assertThat(chosen).as("dragging chooses nothing").isEmpty();

        robot.interact(chart::requestFocus);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(Objects.requireNonNull(chart.sectionProperty().get()).fromY())
                .isCloseTo(0.2, within(1e-9));
    }

    @Test
    void tellsWhatItIsOfAndHowManyHolesItHas(FxRobot robot) {
        assertThat(said()).isEqualTo("loss over a and b, 21 by 21 vertices, from -22 to 22");
        var values = Objects.requireNonNull(chart.fieldProperty().get()).values();
        values[3] = Float.NaN;
        robot.interact(() -> chart.setField(ScalarField.of(SIDE, SIDE, new Range(-2, 2), new Range(-2, 2), values)));
        assertThat(said()).endsWith(", 1 hole");
        robot.interact(() -> chart.pointAt(-1.4, -2));
        assertThat(said()).isEqualTo("a -1.400 ε;b -2;loss: none, a hole");
        robot.interact(() -> chart.setField(null));
        assertThat(said()).isEqualTo("no landscape yet");
        assertThat(chart.pointedAtProperty().get()).isEmpty();
    }

    @Test
    void aHoleIsHatchedAndNotColoured(FxRobot robot) {
        var values = Objects.requireNonNull(chart.fieldProperty().get()).values();
        values[10 * SIDE + 10] = Float.NaN;
        robot.interact(() -> chart.setField(ScalarField.of(SIDE, SIDE, new Range(-2, 2), new Range(-2, 2), values)));
        var picture = Stages.picture(chart);

        for (var x = -0.15; x <= 0.15; x += 0.05) {
            var pixel = picture.getPixelReader().getColor((int) axes().x(x), (int) axes().y(0.1));
            assertThat(pixel.getSaturation()).as("at %f", x).isLessThan(0.15);
        }
        assertThat(picture.getPixelReader()
                        .getColor((int) axes().x(0.3), (int) axes().y(0.1))
                        .getSaturation())
                .isGreaterThan(0.3);
    }

    @Test
    void classesAreNamedAndEachHasItsColour(FxRobot robot) {
        var ids = new short[SIDE * SIDE];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = (short) (i % SIDE < 10 ? 3 : 5);
        }
        var field = Objects.requireNonNull(chart.fieldProperty().get()).withClasses(ids);
        var colours = ClassColours.over(List.of(field), List.of("a", "b", "c", "cat", "d", "dog"));
        robot.interact(() -> {
            chart.classColoursProperty().set(colours);
            chart.setField(field);
            chart.viewProperty().set(FieldView.CLASSES);
            chart.pointAt(1, 1);
        });
        var picture = Stages.picture(chart);

        assertThat(said()).endsWith(";class dog");
        assertThat(colours.present()).as("the more frequent first").containsExactly((short) 5, (short) 3);
        var theme = Theme.LIGHT;
        assertThat(picture.getPixelReader().getColor((int) axes().x(-1), (int) axes().y(-1)))
                .isEqualTo(rounded(colours.colour((short) 3, theme, Color.WHITE)));
        assertThat(picture.getPixelReader().getColor((int) axes().x(1.9), (int) axes().y(-1)))
                .isEqualTo(rounded(colours.colour((short) 5, theme, Color.WHITE)));
        assertThat(ClassBorders.of(field))
                .as("one side from bottom to top, between the columns 9 and 10")
                .singleElement()
                .satisfies(side -> {
                    assertThat(side.fromX()).isCloseTo(-0.1, within(1e-9));
                    assertThat(side.toX()).isEqualTo(side.fromX());
                    assertThat(Math.abs(side.toY() - side.fromY())).isEqualTo(4);
                });
    }

    private static Color rounded(Color colour) {
        return Color.rgb((int) Math.round(255 * colour.getRed()), (int) Math.round(255 * colour.getGreen()), (int)
                Math.round(255 * colour.getBlue()));
    }

    private PlotAxes axes() {
        return Stages.call(() -> Objects.requireNonNull(chart.axes()));
    }

    private void move(FxRobot robot, double x, double y) {
        robot.moveTo(
                Stages.call(() -> chart.localToScreen(laidOut().x(x), laidOut().y(y))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private PlotAxes laidOut() {
        return Objects.requireNonNull(chart.axes());
    }

    private String said() {
        return Stages.call(() -> String.valueOf(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }
}
