package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Renderers that are made up, in the place of JavaFX 3-D. */
@ExtendWith(ApplicationExtension.class)
class RendererTrialTest {
    private static final SurfaceModel SURFACE =
            SampleSurfaces.model(SampleSurfaces.kinked(21), SampleSurfaces.scale(21), "ReLU");

    private final List<RendererChoice> made = Collections.synchronizedList(new ArrayList<>());
    private volatile long millis;

    @SuppressWarnings("NullAway.Init")
    private HBox row;

    @Start
    void start(Stage stage) {
        row = new HBox();
        stage.setScene(new Scene(row, 800, 400));
        stage.show();
    }

    private RendererTrial show(@Nullable SurfaceModel model) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var trial = new RendererTrial(true);
            for (var i = 0; i < 2; i++) {
                var view = new SurfaceView(trial, (actual, listener) -> {
                    made.add(actual);
                    return actual == RendererChoice.JAVAFX_3D ? new Sleeper(listener) : new SoftwareRenderer(listener);
                });
                view.modelProperty().set(model);
                view.setPrefSize(400, 400);
                row.getChildren().add(view);
            }
            return trial;
        });
    }

    /** Keeps the FX thread for as long as a slow graphics card keeps back the next pulse. */
    private final class Sleeper implements SurfaceRenderer {
        private final Listener listener;
        private final Pane node = new Pane();

        Sleeper(Listener listener) {
            this.listener = listener;
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public boolean isBusy() {
            return false;
        }

        @Override
        public void render(SurfaceFrame frame) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            listener.shown(frame);
        }

        @Override
        public void close() {}
    }

    private static RendererVerdict verdict(RendererTrial trial) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> !(trial.verdictProperty().get() instanceof RendererVerdict.Untried));
        WaitForAsyncUtils.waitForFxEvents();
        return trial.verdictProperty().get();
    }

    private List<SurfaceView> views() {
        return row.getChildren().stream().map(SurfaceView.class::cast).toList();
    }

    @Test
    void viewsGiveUpASlowRendererAndBothAreDrawnByTheOther() throws TimeoutException {
        millis = 120;
        var trial = show(SURFACE);

        assertThat(verdict(trial))
                .isInstanceOfSatisfying(
                        RendererVerdict.Slow.class,
                        slow -> assertThat(slow.millis()).isGreaterThan(120));
        assertThat(made)
                .containsExactly(
                        RendererChoice.JAVAFX_3D,
                        RendererChoice.JAVAFX_3D,
                        RendererChoice.SOFTWARE,
                        RendererChoice.SOFTWARE);
        assertThat(views()).extracting(SurfaceView::actualRenderer).containsOnly(RendererChoice.SOFTWARE);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> views().stream().allMatch(SurfaceView::isSettled));
        // What was swayed for the trial is where the camera has it.
        assertThat(views().getFirst().frameShown().orElseThrow().pose().azimuth())
                .isEqualTo(CameraPreset.ISO.pose().azimuth());

        // Who asks for it gets it nevertheless.
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> views().getFirst().rendererProperty().set(RendererChoice.JAVAFX_3D));
        assertThat(made).last().isEqualTo(RendererChoice.JAVAFX_3D);
        assertThat(views().getFirst().actualRenderer()).isEqualTo(RendererChoice.JAVAFX_3D);
    }

    @Test
    void aQuickRendererStays() throws TimeoutException {
        millis = 0;
        var trial = show(SURFACE);

        assertThat(verdict(trial)).isInstanceOf(RendererVerdict.Fast.class);
        assertThat(made).containsExactly(RendererChoice.JAVAFX_3D, RendererChoice.JAVAFX_3D);
    }

    @Test
    void aViewWithoutASurfaceIsLeftAlone() throws TimeoutException {
        var trial = show(null);

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> views().stream().allMatch(SurfaceView::isSettled));
        assertThat(trial.isRunning()).isTrue();
    }

    @Test
    void theQuickestFrameCountsAndNobodyWaitsLong() {
        var busy = new FrameTimes();
        for (var time : new double[] {900, 40, 300, 12}) {
            assertThat(busy.add(time)).as("after %s ms", time).isEmpty();
        }
        // Shaders, a window that opens, a collection of garbage: not the renderer's fault.
        assertThat(busy.add(400)).contains(new RendererVerdict.Fast(12));

        var slow = new FrameTimes();
        assertThat(slow.add(1100)).isEmpty();
        assertThat(slow.add(3)).as("a pulse ahead of its frame").isEmpty();
        assertThat(slow.add(1050)).contains(new RendererVerdict.Slow(1050));

        var steady = new FrameTimes();
        Optional<RendererVerdict> last = Optional.empty();
        for (var i = 0; i < 6; i++) {
            assertThat(last).isEmpty();
            last = steady.add(101);
        }
        assertThat(last).contains(new RendererVerdict.Slow(101));
    }

    @Test
    void whereThereIsNo3dNoneIsTried() {
        var none = new RendererTrial(false);
        assertThat(none.verdictProperty().get()).isEqualTo(new RendererVerdict.Absent());
        for (var choice : RendererChoice.values()) {
            assertThat(none.actual(choice)).isEqualTo(RendererChoice.SOFTWARE);
        }
    }
}
