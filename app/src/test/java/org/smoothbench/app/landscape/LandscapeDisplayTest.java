package org.smoothbench.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeLandscapes;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.surface.RendererChoice;
import org.smoothbench.viz.surface.SurfaceModel;
import org.smoothbench.viz.surface.SurfaceView;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The page with JavaFX 3-D, which the headless platform lacks. */
@Tag("display")
@EnabledIfEnvironmentVariable(
        named = "DISPLAY",
        matches = ".+",
        disabledReason = "no display: needs a real or virtual X server")
final class LandscapeDisplayTest {

    private static final LandscapeSpec SPEC = new LandscapeSpec(new PlaneSpec.RandomRandom(), 8, 21, 2, 3, 1, true, 5);

    @TempDir
    Path folder = Path.of("");

    @Test
    void surfacesAreDrawnByTheGraphicsCard() throws Exception {
        FakeLandscapes.keep(SPEC, new FakeRuns(folder).finished("1-a", "relu"), (a, b) -> a * a + b);
        FxToolkit.registerPrimaryStage();
        assumeTrue(Platform.isSupported(ConditionalFeature.SCENE3D), "this display has no 3-D");
        Stage stage = FxToolkit.registerStage(Stage::new);
        LandscapeView view = WaitForAsyncUtils.asyncFx(() -> show(stage)).get(30, TimeUnit.SECONDS);
        SurfaceView surface = view.cards().getFirst().surface();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> surface.actualRenderer() == RendererChoice.JAVAFX_3D);
        // A shaded surface in all of viridis, and not the plain background that is there before it is painted.
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> colours(surface))
                                .get(30, TimeUnit.SECONDS)
                                .size()
                        > 200);

        // A finer grid in the same view, as after a coarse look, must not fail what draws the window.
        WaitForAsyncUtils.asyncFx(() -> refine(surface)).get(30, TimeUnit.SECONDS);
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        assertThat(WaitForAsyncUtils.asyncFx(() -> colours(surface)).get(30, TimeUnit.SECONDS))
                .hasSizeGreaterThan(20);
        FxToolkit.cleanupStages();
    }

    private LandscapeView show(Stage stage) {
        LandscapePages pages = LandscapePages.of(folder);
        LandscapeViewModel model = pages.model(
                FXCollections.observableArrayList("1-a"),
                (_, _) -> new CompletableFuture<>(),
                _ -> new CompletableFuture<>());
        model.look().rendererProperty().set(RendererChoice.JAVAFX_3D);
        LandscapeView view = pages.view(model);
        TestStage.show(stage, view, 1200, 800);
        return view;
    }

    private static boolean refine(SurfaceView surface) {
        SurfaceModel coarse = Objects.requireNonNull(surface.modelProperty().get());
        ScalarField fine =
                ScalarField.of(41, 41, coarse.field().xRange(), coarse.field().yRange(), new float[41 * 41]);
        surface.modelProperty().set(SurfaceModel.of(fine, coarse.scale(), coarse.words()));
        return true;
    }

    private static Set<Integer> colours(SurfaceView surface) {
        WritableImage image = surface.snapshot(null, null);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours;
    }
}
