package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Stages;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looking closer at a part of a field. */
@ExtendWith(ApplicationExtension.class)
class FieldZoomTest {
    private static final int SIDE = 21;

    private final List<FieldVertex> chosen = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private FieldChart chart;

    @SuppressWarnings("NullAway.Init")
    private FieldChart other;

    @Start
    void start(Stage stage) {
        chart = chart();
        other = chart();
        other.zoomProperty().bindBidirectional(chart.zoomProperty());
        chart.setOnChosen(chosen::add);
        stage.setScene(new Scene(new HBox(chart, other), 960, 480));
        stage.show();
    }

    private static FieldChart chart() {
        var made = new FieldChart();
        made.contoursProperty().set(0);
        made.setField(Fields.of(SIDE, 2, (x, y) -> x + 10 * y));
        return made;
    }

    @Test
    void theWheelZoomsAboutThePointerInAllChartsThatAreLinked() {
        var pixelX = axes(chart).x(1);
        var pixelY = axes(chart).y(0.5);
        Stages.call(() -> {
            // Four notches.
            Event.fireEvent(chart, Stages.wheel(pixelX, pixelY, 160));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(chart.zoomProperty().get().factor()).isCloseTo(Math.pow(1.2, 4), within(1e-9));
        for (var one : List.of(chart, other)) {
            assertThat(axes(one).x(1)).isCloseTo(pixelX, within(1.0));
            assertThat(axes(one).y(0.5)).isCloseTo(pixelY, within(1.0));
            assertThat(axes(one).xAt(axes(one).area().getMaxX())
                            - axes(one).xAt(axes(one).area().getMinX()))
                    .isCloseTo(4 / Math.pow(1.2, 4), within(0.02));
        }
    }

    @Test
    void everyPixelStillHasTheColourOfItsPlace(FxRobot robot) {
        robot.interact(() -> chart.zoomProperty().set(new PlaneZoom(8, 0.7, 0.3)));
        WaitForAsyncUtils.waitForFxEvents();
        var picture = Stages.picture(chart);
        var scale = new ColourScale(ColourMap.VIRIDIS, new Range(-22, 22));

        for (var y = -1.04; y < -0.56; y += 0.046) {
            for (var x = 0.56; x < 1.04; x += 0.051) {
                var pixel = picture.getPixelReader()
                        .getColor((int) axes(chart).x(x), (int) axes(chart).y(y));
                assertThat(Stages.isLike(pixel, scale.colour(x + 10 * y)))
                        .as("at %f, %f", x, y)
                        .isTrue();
            }
        }
    }

    @Test
    void draggingMovesWhatIsSeenAndADoubleClickReturns(FxRobot robot) {
        robot.interact(() -> chart.zoomProperty().set(new PlaneZoom(2, 0.5, 0.5)));
        WaitForAsyncUtils.waitForFxEvents();
        var before = axes(chart);
        var held = before.x(0.2);

        robot.drag(at(chart, 0.2, 0), MouseButton.PRIMARY).dropBy(-40, 20);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(axes(chart).x(0.2)).isCloseTo(held - 40, within(1.5));
        assertThat(axes(chart).y(0)).isCloseTo(before.y(0) + 20, within(1.5));
        assertThat(chosen).as("dragging chooses nothing").isEmpty();
        robot.doubleClickOn(at(chart, 0.5, 0.1));
        assertThat(chart.zoomProperty().get()).isEqualTo(PlaneZoom.WHOLE);
    }

    @Test
    void keysZoomMoveAndReturn(FxRobot robot) {
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.PLUS).push(KeyCode.PLUS);
        assertThat(chart.zoomProperty().get()).isEqualTo(new PlaneZoom(1.2 * 1.2, 0.5, 0.5));
        robot.push(KeyCode.D).push(KeyCode.W);
        assertThat(chart.zoomProperty().get().middleX()).isCloseTo(0.5 + 0.1 / 1.44, within(1e-9));
        assertThat(chart.zoomProperty().get().middleY()).isCloseTo(0.5 + 0.1 / 1.44, within(1e-9));
        robot.push(KeyCode.A).push(KeyCode.S).push(KeyCode.MINUS);
        assertThat(chart.zoomProperty().get()).isEqualTo(new PlaneZoom(1.2, 0.5, 0.5));
        robot.push(KeyCode.HOME);
        assertThat(chart.zoomProperty().get()).isEqualTo(PlaneZoom.WHOLE);
        robot.push(KeyCode.PLUS).push(KeyCode.DIGIT0);
        assertThat(chart.zoomProperty().get()).isEqualTo(PlaneZoom.WHOLE);
    }

    @Test
    void whatKeysPointAtIsBroughtIntoSight(FxRobot robot) {
        robot.interact(() -> {
            chart.zoomProperty().set(new PlaneZoom(4, 0.5, 0.5));
            chart.requestFocus();
        });
        robot.push(KeyCode.RIGHT).press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chart.pointedAtProperty().get().orElseThrow().x()).isEqualTo(2);
        var area = axes(chart).area();
        assertThat(axes(chart).x(2)).isBetween(area.getMinX(), area.getMaxX() + 1e-6);
        // Keys with Alt are the window's.
        robot.press(KeyCode.ALT).push(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(chart.pointedAtProperty().get().orElseThrow().x()).isEqualTo(2);
    }

    @Test
    void anEndOfTheSectionBeyondTheEdgeCanBeFetchedByKeys(FxRobot robot) {
        robot.interact(() -> {
            chart.zoomProperty().set(new PlaneZoom(4, 0.5, 0.5));
            chart.sectionProperty().set(new SectionLine(-2, 0, 2, 0));
            chart.requestFocus();
        });
        robot.press(KeyCode.CONTROL).push(KeyCode.LEFT).push(KeyCode.UP);
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.LEFT).release(KeyCode.SHIFT, KeyCode.CONTROL);
        var line = Objects.requireNonNull(chart.sectionProperty().get());
        assertThat(line.toX()).isCloseTo(1.8, within(1e-9));
        assertThat(line.toY()).isCloseTo(0.2, within(1e-9));
        assertThat(line.fromX()).as("no further than the field").isEqualTo(-2);
        assertThat(line.fromY()).isCloseTo(-0.2, within(1e-9));
    }

    private static PlotAxes axes(FieldChart of) {
        return Stages.call(() -> Objects.requireNonNull(of.axes()));
    }

    private static javafx.geometry.Point2D at(FieldChart of, double x, double y) {
        return Stages.call(() -> of.localToScreen(
                Objects.requireNonNull(of.axes()).x(x),
                Objects.requireNonNull(of.axes()).y(y)));
    }
}
