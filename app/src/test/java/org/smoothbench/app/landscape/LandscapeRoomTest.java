package org.smoothbench.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.viz.field.PlaneZoom;
import org.smoothbench.viz.surface.RendererChoice;
import org.smoothbench.viz.surface.RendererVerdict;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** How much room pictures have, which part of maps is seen, and what draws. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class LandscapeRoomTest {

    @TempDir
    Path folder;

    private LandscapePages pages;
    private LandscapeViewModel model;
    private LandscapeView view;

    @Start
    void start(javafx.stage.Stage stage) throws IOException {
        pages = LandscapePages.ofTwo(folder);
        model = model();
        view = pages.view(model);
        TestStage.show(stage, view, 980, 700);
    }

    private LandscapeViewModel model() {
        return pages.model(
                FXCollections.observableArrayList("1-a", "2-b"),
                (_, _) -> new CompletableFuture<>(),
                _ -> new CompletableFuture<>());
    }

    @Test
    void picturesTakeAllTheRoomAndGiveItBack(FxRobot robot) {
        double width = view.cards().getFirst().surface().getWidth();
        double height = view.cards().getFirst().surface().getHeight();
        double divider = view.divider();
        robot.clickOn("#landscape-room");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.cards().getFirst().surface().getWidth()).isGreaterThan(width + 120);
        assertThat(view.cards().getFirst().surface().getHeight()).isGreaterThan(height + 120);
        assertThat(robot.lookup("#landscape-compute").tryQuery()).isEmpty();
        assertThat(robot.lookup("#roughness").tryQuery()).isEmpty();

        JsonObject state = view.state();
        robot.interact(() -> {
            LandscapeViewModel again = model();
            pages.view(again).restore(state);
            assertThat(again.look().settingsProperty().get()).isFalse();
            assertThat(again.look().figuresProperty().get()).isFalse();
            // A page that was left before it could be made so had everything on it.
            state.remove("settingsShown");
            state.remove("figuresShown");
            LandscapeViewModel older = model();
            pages.view(older).restore(state);
            assertThat(older.look().settingsProperty().get()).isTrue();
            assertThat(older.look().figuresProperty().get()).isTrue();
        });

        robot.clickOn("#landscape-room");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.cards().getFirst().surface().getWidth()).isCloseTo(width, within(1.0));
        assertThat(view.divider()).isCloseTo(divider, within(0.02));
        assertThat(robot.lookup("#roughness").tryQuery()).isPresent();
    }

    @Test
    void linkedMapsShowTheSamePart(FxRobot robot) {
        PlaneZoom near = new PlaneZoom(3, 0.4, 0.6);
        PlaneZoom nearer = new PlaneZoom(5, 0.5, 0.5);
        robot.interact(() -> map(0).set(near));
        assertThat(map(1).get()).isEqualTo(near);
        robot.interact(() -> {
            model.look().linkedCamerasProperty().set(false);
            map(1).set(nearer);
        });
        assertThat(map(0).get()).isEqualTo(near);
        robot.interact(view::wholeMaps);
        assertThat(map(0).get()).isEqualTo(PlaneZoom.WHOLE);
        assertThat(map(1).get()).isEqualTo(PlaneZoom.WHOLE);
    }

    private javafx.beans.property.ObjectProperty<PlaneZoom> map(int card) {
        return view.cards().get(card).map().chart().zoomProperty();
    }

    @Test
    void theViewMenuSaysWhatDrawsAndWhy(FxRobot robot) {
        MenuItem says = robot.lookup("#landscape-view").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "drawn-by".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(says.getText())
                .isEqualTo("Drawn by our own renderer, on the processor: this machine has no JavaFX 3-D");
        robot.interact(() -> model.look().rendererProperty().set(RendererChoice.SOFTWARE));
        assertThat(says.getText()).isEqualTo("Drawn by our own renderer, on the processor, as chosen");
        assertThat(RendererWords.of(RendererChoice.AUTOMATIC, new RendererVerdict.Slow(1110.4)))
                .isEqualTo(
                        "Drawn by our own renderer, on the processor: JavaFX 3-D is too slow here, 1,110 ms a picture");
        assertThat(RendererWords.of(RendererChoice.AUTOMATIC, new RendererVerdict.Fast(8)))
                .isEqualTo("Drawn by JavaFX 3-D: 8 ms a picture");
        assertThat(RendererWords.of(RendererChoice.JAVAFX_3D, new RendererVerdict.Slow(1110)))
                .isEqualTo("Drawn by JavaFX 3-D, as chosen, though slow: 1,110 ms a picture");
    }
}
