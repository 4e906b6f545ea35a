package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final LineChart chart = new LineChart();

    @Start
    void start(Stage stage) {
        chart.getSeries().add(Points.series(0, 1, 50, 2, 100, 3));
        Stages.show(stage, chart);
    }

    @Test
    void theWheelZoomsAboutThePointer(FxRobot robot) {
        Stages.picture(chart);
        robot.moveTo(Objects.requireNonNull(chart.lookup(".viz-plot"))).moveBy(-100, 0);

        robot.scroll(2, VerticalDirection.DOWN);
        var zoomed = chart.zoomProperty().get();
        robot.scroll(9, VerticalDirection.UP);

        var one = Objects.requireNonNullElse(zoomed, chart.zoomProperty().get());
        assertThat(one).isNotNull();
        assertThat(one.width()).isLessThan(70);
        assertThat((one.min() + one.max()) / 2).isLessThan(50);
    }
}
