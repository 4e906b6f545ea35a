package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.viz.DisplayTest;
import org.smoothbench.viz.field.PlaneMark;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.scatter.Marker;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DisplayTest
@ExtendWith(ApplicationExtension.class)
class Fx3dRendererTest {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 520;

    @SuppressWarnings("NullAway.Init")
    private RendererTrial trial;

    @SuppressWarnings("NullAway.Init")
    private SurfaceView view;

    @Start
    void start(Stage stage) {
        trial = new RendererTrial();
        view = new SurfaceView(trial);
        view.modelProperty().set(model(SampleSurfaces.kinked(61)));
        stage.setScene(new Scene(new BorderPane(view), WIDTH, HEIGHT));
        stage.show();
    }

    /** Nothing on it that is not the surface. */
    private static SurfaceModel model(ScalarField field) {
        return SurfaceModel.of(field, SampleSurfaces.scale(61), new SurfaceWords("", "a", "b", "loss", ""));
    }

    private WritableImage picture(RendererChoice choice) {
        call(() -> {
            view.rendererProperty().set(choice);
            return true;
        });
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> call(view::isSettled));
        } catch (TimeoutException e) {
            throw new AssertionError("no picture within thirty seconds", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
        return call(() -> view.snapshot(null, null));
    }

    private static <T> T call(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    private static boolean has3d() {
        return call(() -> Platform.isSupported(ConditionalFeature.SCENE3D));
    }

    @Test
    void looksLikeTheSoftwareRenderer() {
        assumeTrue(has3d(), "no 3-D on this display");
        var drawn = picture(RendererChoice.JAVAFX_3D);
        assertThat(call(view::actualRenderer)).isEqualTo(RendererChoice.JAVAFX_3D);

        compare(drawn, picture(RendererChoice.SOFTWARE));
    }

    @Test
    void leavesOutHolesAndFollowsAMorphInPlace() {
        assumeTrue(has3d(), "no 3-D on this display");
        var holed = SampleSurfaces.field(61, (a, b) -> Math.hypot(a, b) < 0.5 ? Double.NaN : 6 + 3 * a);
        call(() -> {
            view.cameraProperty().get().jumpTo(new CameraPose(20, 50, 1.2, 0, 0));
            view.modelProperty().set(model(holed));
            view.morphTargetProperty().set(SampleSurfaces.field(61, (a, b) -> 6 - 3 * b));
            view.morphProperty().set(0.7);
            return true;
        });

        compare(picture(RendererChoice.JAVAFX_3D), picture(RendererChoice.SOFTWARE));
    }

    /** A trial ends with a verdict, and what draws then is what it says. */
    @Test
    void isChosenByItselfIfItIsQuick() throws TimeoutException {
        assumeTrue(has3d(), "no 3-D on this display");
        call(() -> {
            view.rendererProperty().set(RendererChoice.AUTOMATIC);
            return true;
        });
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> !(trial.verdictProperty().get() instanceof RendererVerdict.Untried));
        assertThat(call(view::actualRenderer))
                .isEqualTo(
                        trial.verdictProperty().get() instanceof RendererVerdict.Fast
                                ? RendererChoice.JAVAFX_3D
                                : RendererChoice.SOFTWARE);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> call(view::isSettled));
    }

    /** Below a high and level surface nothing hides them. */
    @ParameterizedTest
    @EnumSource(names = {"JAVAFX_3D", "SOFTWARE"})
    void marksStandOnPins(RendererChoice choice) {
        assumeTrue(has3d(), "no 3-D on this display");
        call(() -> {
            view.cameraProperty().get().jumpTo(new CameraPose(20, 4, 1, 0, 0));
            view.modelProperty()
                    .set(model(SampleSurfaces.field(61, (a, b) -> 9))
                            .withAttack(List.of(new PlaneMark("", "", 0, 0, Marker.CIRCLE)), null));
            return true;
        });
        var pixels = picture(choice).getPixelReader();
        var frame = call(() -> view.frameShown().orElseThrow());
        var projection = new Projection(frame.pose(), frame.viewport());
        var top = call(() -> view.picture().getMinY());
        for (var z = 0.0; z < 0.4; z += 0.1) {
            var y = (int) Math.round(top + projection.screenY(0, 0, z));
            var x = (int) Math.round(projection.screenX(0, 0, z));
            var darkest = 1.0;
            for (var i = -2; i <= 2; i++) {
                darkest = Math.min(darkest, pixels.getColor(x + i, y).getBrightness());
            }
            var beside = Math.min(
                    pixels.getColor(x - 6, y).getBrightness(),
                    pixels.getColor(x + 6, y).getBrightness());
            assertThat(darkest).as("at height %.1f", z).isLessThan(beside - 0.1);
        }
    }

    /** Surfaces are saturated, rooms are grey: their outlines must agree but for edges, their colours roughly. */
    private static void compare(WritableImage one, WritableImage other) {
        var union = 0;
        var outline = 0;
        var colour = 0.0;
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH - 90; x++) {
                var first = isSurface(one.getPixelReader(), x, y);
                var second = isSurface(other.getPixelReader(), x, y);
                union += first || second ? 1 : 0;
                outline += first != second ? 1 : 0;
                colour += first && second
                        ? Golden.difference(
                                one.getPixelReader().getArgb(x, y),
                                other.getPixelReader().getArgb(x, y))
                        : 0;
            }
        }
        assertThat(union).isGreaterThan(20_000);
        assertThat(outline).as("pixels in one outline only, of %d", union).isLessThan(union / 25);
        // Light is Phong's in one and softer in the other.
        assertThat(colour / union).as("mean difference of colours").isLessThan(30);
    }

    private static boolean isSurface(PixelReader pixels, int x, int y) {
        return pixels.getColor(x, y).getSaturation() > 0.3;
    }
}
