package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smoothbench.viz.field.SectionLine;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SurfaceKeysTest {
    private final OrbitCamera camera = new OrbitCamera();

    @SuppressWarnings("NullAway.Init")
    private SurfaceView left;

    @Start
    void start(Stage stage) {
        camera.reducedMotionProperty().set(true);
        left = new SurfaceView();
        left.cameraProperty().set(camera);
        left.modelProperty().set(SampleSurfaces.model(SampleSurfaces.kinked(41), SampleSurfaces.scale(41), "ReLU"));
        stage.setScene(new Scene(new StackPane(left), 460, 420));
        stage.show();
        left.requestFocus();
    }

    @Test
    void keysGoAroundZoomAndReturn(FxRobot robot) {
        robot.push(KeyCode.LEFT).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.PLUS);
        assertThat(camera.pose().azimuth()).isCloseTo(-38 + 5, within(1e-9));
        assertThat(camera.pose().elevation()).isCloseTo(27 + 10, within(1e-9));
        assertThat(camera.pose().zoom()).isCloseTo(1.12, within(1e-9));

        robot.push(KeyCode.T);
        assertThat(camera.pose()).isEqualTo(CameraPreset.TOP.pose());
        robot.push(KeyCode.DIGIT3);
        assertThat(camera.pose()).isEqualTo(CameraPreset.FRONT.pose());
        robot.push(KeyCode.MINUS).push(KeyCode.HOME);
        assertThat(camera.pose()).isEqualTo(CameraPreset.ISO.pose());
    }

    @Test
    void vertexesAreReachedByKeys(FxRobot robot) {
        robot.press(KeyCode.SHIFT).push(KeyCode.RIGHT);
        assertThat(left.pointedVertexProperty().get()).contains(new GridVertex(20, 20));
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(left.pointedVertexProperty().get()).contains(new GridVertex(22, 19));
        robot.push(KeyCode.PAGE_UP);
        assertThat(left.pointedVertexProperty().get()).contains(new GridVertex(22, 29));
        assertThat(camera.pose()).isEqualTo(CameraPreset.ISO.pose());
        robot.push(KeyCode.ESCAPE);
        assertThat(left.pointedVertexProperty().get()).isEmpty();
    }

    @Test
    void lettersMoveTheSurfaceAsideAndBack(FxRobot robot) {
        robot.push(KeyCode.A).push(KeyCode.W);
        assertThat(camera.pose().panX()).isCloseTo(0.1, within(1e-9));
        assertThat(camera.pose().panY()).isCloseTo(-0.1, within(1e-9));
        robot.push(KeyCode.D).push(KeyCode.S);
        assertThat(camera.pose().panX()).isCloseTo(0, within(1e-9));
        assertThat(camera.pose().panY()).isCloseTo(0, within(1e-9));
    }

    @Test
    void theEndsOfACutGoAlongTheAxesWhereverTheEyeIs(FxRobot robot) {
        robot.interact(() -> {
            left.sectionProperty().set(new SectionLine(-1, 0, 2, 0));
            camera.jumpTo(new CameraPose(120, 40, 1, 0, 0));
        });
        var pose = camera.pose();
        robot.press(KeyCode.CONTROL).push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).push(KeyCode.RIGHT).push(KeyCode.DOWN).release(KeyCode.SHIFT, KeyCode.CONTROL);
        var cut = Objects.requireNonNull(left.sectionProperty().get());
        // A step is a cell of the grid: 4 / 40.
        assertThat(cut.fromX()).isCloseTo(-0.9, within(1e-9));
        assertThat(cut.fromY()).isCloseTo(-0.1, within(1e-9));
        assertThat(cut.toX()).as("no further than the surface").isEqualTo(2);
        assertThat(cut.toY()).isCloseTo(0.2, within(1e-9));
        assertThat(camera.pose()).isEqualTo(pose);
        robot.interact(() -> left.sectionProperty().set(null));
        robot.press(KeyCode.CONTROL).push(KeyCode.UP).release(KeyCode.CONTROL);
        assertThat(Optional.ofNullable(left.sectionProperty().get())).isEmpty();
    }
}
