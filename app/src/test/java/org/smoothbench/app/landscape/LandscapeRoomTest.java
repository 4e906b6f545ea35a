package org.smoothbench.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.app.fake.FakeLandscapes;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.look.ThemeSwitch;
import org.smoothbench.app.notices.FolderToast;
import org.smoothbench.app.notices.ToastsViewModel;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
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

    private static final LandscapeSpec SPEC =
            new LandscapeSpec(new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10)), 8, 11, 2, 3, 1, true, 5);

    @TempDir
    Path folder;

    private LandscapeViewModel model;
    private LandscapeView view;

    @Start
    void start(javafx.stage.Stage stage) throws IOException {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FakeRuns fake = new FakeRuns(folder);
        FakeLandscapes.keep(SPEC, fake.finished("1-a", "relu"), (a, b) -> Math.abs(a) + b / 4);
        FakeLandscapes.keep(SPEC, fake.finished("2-b", "silu"), (a, b) -> a * a);
        model = model();
        view = view(model);
        stage.setScene(new Scene(view, 980, 700));
        stage.getScene().getStylesheets().add(String.valueOf(ThemeSwitch.class.getResource("app.css")));
        stage.show();
    }

    private LandscapeViewModel model() {
        RunListViewModel list = new RunListViewModel(Optional.empty());
        list.show(new LibraryFollower(new RunLibrary(folder, Clock.systemUTC()), new RunReader())
                .poll(Optional.empty(), Set.of())
                .runs());
        return new LandscapeViewModel(
                list,
                FXCollections.observableArrayList("1-a", "2-b"),
                (_, _) -> new CompletableFuture<>(),
                _ -> new CompletableFuture<>(),
                new LandscapeShelf(),
                Runnable::run,
                Runnable::run);
    }

    private LandscapeView view(LandscapeViewModel of) {
        ToastsViewModel toasts = new ToastsViewModel();
        return new LandscapeView(
                of,
                new ChartFiles(
                        (_, _) -> Optional.empty(),
                        toasts,
                        new FolderToast(_ -> {}, toasts, Runnable::run, Runnable::run),
                        Runnable::run,
                        Runnable::run));
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
            view(again).restore(state);
            assertThat(again.look().settingsProperty().get()).isFalse();
            assertThat(again.look().figuresProperty().get()).isFalse();
            // A page that was left before it could be made so had everything on it.
            state.remove("settingsShown");
            state.remove("figuresShown");
            LandscapeViewModel older = model();
            view(older).restore(state);
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
