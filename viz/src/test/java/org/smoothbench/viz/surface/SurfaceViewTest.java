package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smoothbench.viz.chart.Stages;
import org.smoothbench.viz.field.FieldVertex;
import org.smoothbench.viz.field.SectionLine;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SurfaceViewTest {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 420;

    @SuppressWarnings("NullAway.Init")
    private SurfaceView left;

    @SuppressWarnings("NullAway.Init")
    private SurfaceView right;

    @SuppressWarnings("NullAway.Init")
    private OrbitCamera camera;

    @SuppressWarnings("NullAway.Init")
    private HBox pair;

    @Start
    void start(Stage stage) {
        camera = new OrbitCamera();
        camera.reducedMotionProperty().set(true);
        left = view("ReLU");
        right = view("SiLU");
        left.modelProperty().set(SampleSurfaces.model(SampleSurfaces.kinked(41), SampleSurfaces.scale(41), "ReLU"));
        right.modelProperty().set(SampleSurfaces.model(SampleSurfaces.smooth(41), SampleSurfaces.scale(41), "SiLU"));
        pair = new HBox(left, right);
        stage.setScene(new Scene(pair, 2 * WIDTH, HEIGHT));
        stage.show();
    }

    private SurfaceView view(String id) {
        var view = new SurfaceView();
        view.setId(id);
        view.setPrefSize(WIDTH, HEIGHT);
        view.cameraProperty().set(camera);
        return view;
    }

    private static void run(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(5000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T call(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, action);
    }

    private static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> call(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come true within twenty seconds", e);
        }
    }

    private void settle() {
        waitUntil(() -> left.isSettled() && right.isSettled());
    }

    private Point2D onScreen(SurfaceView view, double x, double y) {
        return call(() -> view.localToScreen(x, y));
    }

    private static WritableImage picture(SurfaceView view) {
        return call(() -> view.snapshot(null, null));
    }

    private static double share(WritableImage one, WritableImage other) {
        var different = 0;
        var count = 0;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                count++;
                different += one.getPixelReader().getArgb(x, y)
                                == other.getPixelReader().getArgb(x, y)
                        ? 0
                        : 1;
            }
        }
        return (double) different / count;
    }

    @Test
    void isDrawnInSoftwareWhereThereIsNo3d() {
        settle();

        assertThat(left.actualRenderer()).isEqualTo(RendererChoice.SOFTWARE);
        var shown = picture(left);
        run(() -> left.rendererProperty().set(RendererChoice.JAVAFX_3D));
        settle();
        assertThat(left.actualRenderer()).isEqualTo(RendererChoice.SOFTWARE);
        assertThat(share(shown, picture(left))).isZero();
        // Something is drawn: the yellow top of the scale is seen on the surface or its bar.
        assertThat(share(shown, new WritableImage((int) shown.getWidth(), (int) shown.getHeight())))
                .isGreaterThan(0.9);
    }

    @Test
    void viewsWithOneCameraMoveTogetherAndACopyUnlinks(FxRobot robot) {
        settle();
        var before = picture(right);

        robot.drag(onScreen(left, 200, 200), MouseButton.PRIMARY).dropBy(50, 20);
        settle();

        assertThat(camera.pose().azimuth()).isCloseTo(-38 - 20, within(1.0));
        assertThat(camera.pose().elevation()).isCloseTo(27 + 8, within(1.0));
        assertThat(share(before, picture(right))).isGreaterThan(0.1);

        run(() -> right.cameraProperty().set(camera.copy()));
        settle();
        var unlinked = picture(right);
        run(() -> camera.jumpTo(CameraPreset.TOP.pose()));
        settle();
        assertThat(share(unlinked, picture(right))).isZero();
    }

    @Test
    void theWheelZooms() {
        // The headless robot's wheel turns by nothing.
        run(() -> Event.fireEvent(left, Stages.wheel(200, 200, 80)));
        assertThat(camera.pose().zoom()).isCloseTo(1.12 * 1.12, within(1e-9));
        run(() -> Event.fireEvent(left, Stages.wheel(200, 200, -80)));
        assertThat(camera.pose().zoom()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aTargetOfAnotherGridIsNotMorphedInto() {
        run(() -> {
            left.morphTargetProperty().set(SampleSurfaces.smooth(21));
            left.morphProperty().set(1);
            left.pointedVertexProperty().set(Optional.of(new GridVertex(5, 30)));
        });
        settle();
        assertThat(value()).isEqualTo(SampleSurfaces.kinked(41).value(5, 30));
    }

    @Test
    void aPresetIsFlownToUnlessMotionIsReduced() {
        run(() -> {
            camera.reducedMotionProperty().set(false);
            camera.travelTo(CameraPreset.TOP);
            assertThat(camera.pose()).isEqualTo(CameraPreset.ISO.pose());
        });
        waitUntil(() -> camera.pose().equals(CameraPreset.TOP.pose()));
    }

    @Test
    void theMouseOrbitsPansAndReturns(FxRobot robot) {
        settle();
        robot.drag(onScreen(left, 200, 200), MouseButton.SECONDARY).dropBy(40, 0);
        assertThat(camera.pose().panX()).isGreaterThan(0.1);
        assertThat(camera.pose().azimuth()).isEqualTo(-38);

        // The headless robot's mouse knows nothing of the keyboard.
        run(() -> {
            Event.fireEvent(left, shifted(MouseEvent.MOUSE_PRESSED, 200));
            Event.fireEvent(left, shifted(MouseEvent.MOUSE_DRAGGED, 160));
        });
        assertThat(camera.pose().panY()).isGreaterThan(0.1);
        assertThat(camera.pose().elevation()).isEqualTo(27);

        robot.doubleClickOn(onScreen(left, 200, 200));
        assertThat(camera.pose()).isEqualTo(CameraPreset.ISO.pose());
    }

    private static MouseEvent shifted(EventType<MouseEvent> type, double y) {
        return new MouseEvent(
                type,
                200,
                y,
                200,
                y,
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    @Test
    void pointingSaysWhichVertexThatIs(FxRobot robot) {
        run(() -> camera.jumpTo(CameraPreset.TOP.pose()));
        settle();
        var field = SampleSurfaces.kinked(41);
        run(() -> left.pointedVertexProperty().set(Optional.of(new GridVertex(30, 12))));
        settle();
        var point = call(() -> left.pointedAtProperty().get().orElseThrow());
        assertThat(point.vertex()).isEqualTo(FieldVertex.of(field, 30, 12));
        run(() -> left.pointedVertexProperty().set(Optional.empty()));
        settle();
        assertThat(call(() -> left.pointedAtProperty().get())).isEmpty();

        robot.moveTo(onScreen(left, point.screenX(), point.screenY()));
        settle();

        assertThat(call(() -> left.pointedAtProperty().get()).map(SurfacePoint::vertex))
                .contains(FieldVertex.of(field, 30, 12));
        assertThat(String.valueOf(call(() -> left.queryAccessibleAttribute(AccessibleAttribute.TEXT))))
                .contains(
                        "ReLU", "cross-entropy from", "a: sign of the gradient [ε] from -2 to 2", "a 1 ", "b -0.8000");
    }

    @Test
    void theEndsOfACutAreDragged(FxRobot robot) {
        run(() -> {
            camera.jumpTo(CameraPreset.TOP.pose());
            left.sectionProperty().set(new SectionLine(-1, -1, 1, 1));
        });
        settle();
        var projection = call(() ->
                new Projection(camera.pose(), left.frameShown().orElseThrow().viewport()));
        var top = call(() -> left.picture().getMinY());
        var at = onScreen(left, projection.screenX(0.5, 0.5, 0.3), top + projection.screenY(0.5, 0.5, 0.3));
        var to = onScreen(left, projection.screenX(0.75, -0.25, 0.3), top + projection.screenY(0.75, -0.25, 0.3));

        robot.drag(at, MouseButton.PRIMARY).dropTo(to);

        var cut = left.sectionProperty().get();
        assertThat(cut).isNotNull();
        assertThat(cut.fromX()).isEqualTo(-1);
        assertThat(cut.toX()).isCloseTo(1.5, within(0.06));
        assertThat(cut.toY()).isCloseTo(-0.5, within(0.06));
        assertThat(camera.pose()).isEqualTo(CameraPreset.TOP.pose());
    }

    @Test
    void aMorphEndsAtTheOtherSurface() {
        run(() -> {
            left.morphTargetProperty().set(SampleSurfaces.smooth(41));
            left.pointedVertexProperty().set(Optional.of(new GridVertex(5, 30)));
        });
        settle();
        var from = SampleSurfaces.kinked(41).value(5, 30);
        var to = SampleSurfaces.smooth(41).value(5, 30);
        assertThat(value()).isEqualTo(from);
        run(() -> left.morphProperty().set(1));
        settle();
        assertThat(value()).isEqualTo(to);
        run(() -> left.morphProperty().set(0.25));
        settle();
        assertThat((double) value()).isCloseTo(0.75 * from + 0.25 * to, within(1e-5));
    }

    private float value() {
        return call(() -> left.pointedAtProperty().get().orElseThrow().vertex().value());
    }

    @Test
    void drawsNothingForNoModelAndStopsItsThreadWhenHidden() {
        settle();
        run(() -> left.modelProperty().set(null));
        assertThat(call(() -> left.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("a surface without data");
        var threads = renderThreads();
        assertThat(threads).isGreaterThanOrEqualTo(2);

        run(() -> pair.getChildren().clear());

        waitUntil(() -> renderThreads() <= threads - 2);
        run(() -> pair.getChildren().setAll(left, right));
        waitUntil(right::isSettled);
        assertThat(renderThreads()).isGreaterThanOrEqualTo(2);
    }

    private static long renderThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(RenderThread.NAME))
                .count();
    }
}
