package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import javafx.geometry.VerticalDirection;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smoothbench.viz.DisplayTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@DisplayTest
@ExtendWith(ApplicationExtension.class)
class WheelZoomTest {
    @SuppressWarnings("NullAway.Init")
    private LineChart chart;

    @Start
    void start(Stage stage) {
        chart = new LineChart();
        chart.getSeries().add(Points.series(0, 1, 50, 2, 100, 3));
        Stages.show(stage, chart);
    }

    @Test
    void theWheelZoomsAboutThePointerAndBack(FxRobot robot) {
        Stages.picture(chart);
        robot.moveTo(Objects.requireNonNull(chart.lookup(".viz-plot"))).moveBy(-100, 0);

        robot.scroll(9, VerticalDirection.UP);
        var zoom = Objects.requireNonNull(chart.zoomProperty().get());
        assertThat(zoom.width()).isCloseTo(100 * Math.pow(0.85, 9), within(1e-6));
        assertThat(zoom.contains(35))
                .as("the place under the pointer is still shown")
                .isTrue();
        assertThat((35 - zoom.min()) / zoom.width()).isCloseTo(0.35, within(0.07));

        robot.scroll(10, VerticalDirection.DOWN);
        assertThat(chart.zoomProperty().get()).as("all is shown again").isNull();
    }
}
