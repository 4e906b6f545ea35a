package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.smoothbench.viz.chart.Stages.pixelsLike;

import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LineChartTest {
    private static final Color BLUE = SeriesPalette.colourBlindSafe().colour(0, Theme.LIGHT);
    private static final Color VERMILION = SeriesPalette.colourBlindSafe().colour(1, Theme.LIGHT);
    private static final int MIDDLE = (int) Stages.WIDTH / 2;

    private final Series clean = new Series("clean", AxisSide.LEFT, 0, LineStyle.SOLID);
    private final Series robust = new Series("robust_acc", AxisSide.LEFT, 1, LineStyle.DASHED);

    @SuppressWarnings("NullAway.Init")
    private LineChart chart;

    @Start
    void start(Stage stage) {
        chart = new LineChart();
        chart.setTitle("Accuracy");
        chart.xAxis().setTitle("epoch");
        chart.xAxis().setSmallestStep(1);
        chart.leftAxis().setTitle("accuracy");
        chart.leftAxis().setUnit("%");
        chart.leftAxis().setFixedRange(new Range(0, 100));
        Stages.show(stage, chart);
    }

    @BeforeEach
    void addSeries() {
        Stages.run(() -> chart.getSeries().addAll(clean, robust));
    }

    @Test
    void saysThatThereAreNoMeasurementsYet() {
        var words = Stages.picture(chart);
        assertThat(spoken()).isEqualTo("Accuracy: no measurements yet");
        Stages.run(() -> chart.setEmptyText(""));
        var none = Stages.picture(chart);

        assertThat(linePixels(words)).isZero();
        assertThat(inkIn(
                        words,
                        plot().getBoundsInParent().getCenterX(),
                        plot().getBoundsInParent().getCenterY()))
                .isGreaterThan(inkIn(
                        none,
                        plot().getBoundsInParent().getCenterX(),
                        plot().getBoundsInParent().getCenterY()));
    }

    @Test
    void aSinglePointIsADot() {
        Stages.run(() -> clean.append(1, 50));

        assertThat(linePixels(Stages.picture(chart))).isBetween(15, 60);
    }

    @Test
    void aRisingLineGoesFromTheLowerLeftToTheUpperRight() {
        Stages.run(() -> Points.fill(clean, 0, 10, 10, 90));

        var picture = Stages.picture(chart);
        assertThat(height(picture, 150)).isGreaterThan(height(picture, MIDDLE) + 50);
        assertThat(height(picture, MIDDLE)).isGreaterThan(height(picture, 600) + 50);
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() {
        Stages.run(() -> Points.fill(clean, 0, 50, 4, 50, 5, Double.NaN, 6, 50, 10, 50));

        var picture = Stages.picture(chart);
        assertThat(pixelsLike(picture, BLUE, MIDDLE, MIDDLE + 40)).isZero();
        assertThat(pixelsLike(picture, BLUE, 150, 190)).isPositive();
        assertThat(pixelsLike(picture, BLUE, 600, 640)).isPositive();
    }

    @Test
    void newPointsAppearByThemselves() {
        Stages.run(() -> Points.fill(clean, 0, 10, 10, 10));
        var before = height(Stages.picture(chart), 600);

        Stages.run(() -> Points.fill(clean, 11, 80, 12, 80));

        Stages.waitUntil(() -> plot().gate().isSettled());
        assertThat(height(Stages.picture(chart), 680)).isLessThan(before - 100);
        assertThat(spoken()).isEqualTo("Accuracy: clean 80 % at epoch 12");
    }

    @Test
    void theLegendHidesAndShowsSeriesByMouseAndKeyboard(FxRobot robot) {
        Stages.run(() -> {
            Points.fill(clean, 0, 50, 10, 60);
            Points.fill(robust, 0, 20, 10, 30);
        });
        var entry = robot.lookup(".viz-legend-entry").nth(1).<LegendEntry>query();
        assertThat(entry.getText()).isEqualTo("robust_acc");
        assertThat(pixelsLike(Stages.picture(plot()), VERMILION)).isPositive();

        // The keyboard first: on the headless platform a clicked button stays "pressed" and then ignores keys.
        Stages.run(entry::requestFocus);
        robot.type(KeyCode.SPACE);
        assertThat(robust.isVisible()).isFalse();
        assertThat(entry.getAccessibleText()).isEqualTo("robust_acc, left axis, hidden");
        assertThat(pixelsLike(Stages.picture(plot()), VERMILION)).isZero();

        robot.type(KeyCode.SPACE);
        assertThat(robust.isVisible()).isTrue();
        assertThat(entry.getAccessibleText()).isEqualTo("robust_acc, left axis, shown");
        assertThat(pixelsLike(Stages.picture(plot()), VERMILION)).isPositive();

        robot.clickOn(entry);
        assertThat(robust.isVisible()).isFalse();
    }

    @Test
    void theKeyboardReadsZoomsAndResets(FxRobot robot) {
        Stages.run(() -> Points.fill(clean, 0, 50, 10, 60));
        Stages.picture(chart);
        Stages.run(() -> plot().requestFocus());

        robot.type(KeyCode.LEFT);
        assertThat(spoken()).isEqualTo("epoch 10: clean 60 %");
        robot.type(KeyCode.LEFT);
        assertThat(spoken()).isEqualTo("epoch 0: clean 50 %");

        robot.type(KeyCode.MINUS);
        assertThat(chart.zoomProperty().get()).isNull();
        robot.type(KeyCode.EQUALS, KeyCode.EQUALS);
        assertThat(zoom().width()).isBetween(7.0, 7.5);
        robot.type(KeyCode.DIGIT0);
        assertThat(chart.zoomProperty().get()).isNull();
    }

    @Test
    void draggingPansAndADoubleClickShowsAll(FxRobot robot) {
        Stages.run(() -> {
            Points.fill(clean, 0, 50, 100, 60);
            chart.zoomProperty().set(new Range(40, 60));
        });

        robot.moveTo(plot()).press(MouseButton.PRIMARY).moveBy(100, 0).release(MouseButton.PRIMARY);
        assertThat(zoom().min()).isBetween(36.0, 38.0);
        assertThat(zoom().width()).isEqualTo(20, within(1e-9));

        robot.doubleClickOn(plot());
        assertThat(chart.zoomProperty().get()).isNull();
    }

    @Test
    void hoveringReadsOut(FxRobot robot) {
        Stages.run(() -> {
            Points.fill(clean, 0, 50, 5, 55, 10, 60);
            Points.fill(robust, 0, 20, 5, 25, 10, 30);
        });

        robot.moveTo(plot());
        Stages.picture(chart);
        assertThat(spoken()).isEqualTo("epoch 5: clean 55 %; robust_acc 25 %");
    }

    @Test
    void aLogarithmicAxisKeepsItsZoomAndPansByRatios(FxRobot robot) {
        Stages.run(() -> {
            chart.xAxis().setLogarithmic(true);
            Points.fill(clean, 0, 50, 1, 50, 10, 60, 10_000, 70);
        });
        Stages.picture(chart);
        Stages.run(() -> plot().requestFocus());

        robot.type(KeyCode.EQUALS, KeyCode.EQUALS);
        assertThat(Math.log10(zoom().max() / zoom().min())).isCloseTo(4 * 0.85 * 0.85, within(1e-9));
        robot.moveTo(plot()).press(MouseButton.PRIMARY).moveBy(60, 0).release(MouseButton.PRIMARY);
        assertThat(Math.log10(zoom().max() / zoom().min())).isCloseTo(4 * 0.85 * 0.85, within(1e-9));
        assertThat(zoom().min()).isBetween(1.0, 3.0);
        robot.type(KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS);
        assertThat(chart.zoomProperty().get()).isNull();
    }

    @Test
    void smoothingKeepsTheMeasuredLineFaintAndReadsBoth(FxRobot robot) {
        Stages.run(() -> {
            chart.setSmoothing(0.5);
            Points.fill(clean, 0, 0, 10, 90);
        });

        var picture = Stages.picture(chart);
        // The weights are 1/3 and 2/3.
        robot.moveTo(plot()).moveBy(300, 0);
        Stages.picture(chart);
        assertThat(spoken()).isEqualTo("epoch 10: clean 90 %, smoothed 60");
        assertThat(pixelsLike(picture, BLUE)).isPositive();
        assertThat(pixelsLike(picture, BLUE.interpolate(Color.WHITE, 0.7))).isGreaterThan(100);
    }

    @Test
    void aBandIsTranslucent() {
        Stages.run(() -> {
            clean.append(new MeanPoint(0, 50, 20, 3));
            clean.append(new MeanPoint(10, 50, 20, 3));
        });

        assertThat(pixelsLike(Stages.picture(plot()), BLUE.interpolate(Color.WHITE, 0.8)))
                .isGreaterThan(20_000);
    }

    @Test
    void eventsAreMarkedReadOutAndSpoken(FxRobot robot) {
        Stages.run(() -> {
            Points.fill(clean, 0, 50, 5, 55, 10, 60);
            chart.getMarks().add(new EventMark(5, "R", "resumed after a stop"));
        });
        assertThat(spoken()).endsWith("resumed after a stop at epoch 5");
        var dark = pixelsLike(Stages.picture(plot()), Color.web("#24292f"));

        robot.moveTo(plot());
        Stages.picture(chart);
        assertThat(spoken()).isEqualTo("epoch 5: clean 55 %; resumed after a stop");
        robot.moveBy(30, 0);
        Stages.picture(chart);
        assertThat(spoken()).isEqualTo("epoch 5: clean 55 %");

        Stages.run(() -> chart.getMarks().clear());
        robot.moveTo(chart, new Point2D(0, -205));
        assertThat(dark).isGreaterThan(pixelsLike(Stages.picture(plot()), Color.web("#24292f")) + 60);
    }

    @Test
    void whatCannotBeSeenIsNotDrawn() {
        Stages.run(() -> chart.setVisible(false));
        Stages.run(() -> Points.fill(clean, 0, 50, 10, 60));
        assertThat(Stages.call(() -> plot().gate().takeTurn())).isFalse();

        Stages.run(() -> chart.setVisible(true));
        assertThat(linePixels(Stages.picture(chart))).isPositive();
    }

    private PlotPane plot() {
        return (PlotPane) Objects.requireNonNull(chart.lookup(".viz-plot"));
    }

    private Range zoom() {
        return Objects.requireNonNull(chart.zoomProperty().get());
    }

    private String spoken() {
        return String.valueOf(Stages.call(() -> ((Node) plot()).queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    private int linePixels(WritableImage picture) {
        var top = (int) plot().getBoundsInParent().getMinY();
        var count = 0;
        for (var y = top; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                count += Stages.isLike(picture.getPixelReader().getColor(x, y), BLUE) ? 1 : 0;
            }
        }
        return count;
    }

    private static int inkIn(WritableImage picture, double centreX, double centreY) {
        var count = 0;
        for (var x = (int) centreX - 60; x < centreX + 60; x++) {
            for (var y = (int) centreY - 12; y < centreY + 12; y++) {
                count += Stages.isLike(picture.getPixelReader().getColor(x, y), Color.WHITE) ? 0 : 1;
            }
        }
        return count;
    }

    /** The y of the lowest pixel of the blue line in a column. */
    private static int height(WritableImage picture, int column) {
        for (var y = (int) picture.getHeight() - 1; y >= 0; y--) {
            if (Stages.isLike(picture.getPixelReader().getColor(column, y), BLUE)) {
                return y;
            }
        }
        throw new AssertionError("no line in column " + column);
    }
}
