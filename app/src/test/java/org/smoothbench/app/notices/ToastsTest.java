package org.smoothbench.app.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.WorkerProcess;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ToastsTest {

    @TempDir
    Path root = Path.of("");

    private final ToastsViewModel model = new ToastsViewModel();

    private void open(Duration stay) throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            StackPane window = new StackPane(new Button("elsewhere"), new ToastsView(model, stay));
            stage.setScene(new Scene(window, 600, 400));
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.setupStage(Stage::hide);
        FxToolkit.cleanupStages();
    }

    private static Node toast(FxRobot robot) {
        return robot.lookup(".toast").query();
    }

    @Test
    void aNoteGoesByItselfButNotUnderThePointer(FxRobot robot) throws Exception {
        open(Duration.millis(1500));
        robot.moveTo("elsewhere");
        // Whoever shows notes must not be forgotten with what only listens.
        System.gc();
        robot.interact(() -> model.show(Toast.of(Toast.Kind.SUCCESS, "alpha has finished", "clean 61.2 %")));
        assertThat(toast(robot).getAccessibleText()).isEqualTo("alpha has finished, clean 61.2 %");
        robot.moveTo(toast(robot));
        Thread.sleep(2200);
        assertThat(model.shown()).hasSize(1);
        robot.moveTo("elsewhere");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> model.shown().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".toast").queryAll()).isEmpty();
    }

    @Test
    void keysDismissANoteAndItsActionIsDone(FxRobot robot) throws Exception {
        open(Duration.minutes(5));
        boolean[] done = {false};
        robot.interact(() ->
                model.show(Toast.of(Toast.Kind.FAILURE, "beta has failed", "").with("Show", () -> done[0] = true)));
        robot.interact(() -> robot.lookup(".toast .hyperlink").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(model.shown()).isEmpty();
        assertThat(done[0]).isFalse();
        robot.interact(() ->
                model.show(Toast.of(Toast.Kind.FAILURE, "beta has failed", "").with("Show", () -> done[0] = true)));
        robot.clickOn(".toast .hyperlink");
        assertThat(done[0]).isTrue();
        assertThat(model.shown()).isEmpty();
        robot.interact(() -> {
            for (int i = 0; i < 6; i++) {
                model.show(Toast.of(Toast.Kind.INFORMATION, "the same", ""));
            }
        });
        assertThat(robot.lookup(".toast").queryAll()).hasSize(4);
        robot.interact(() -> model.dismiss(model.shown().getFirst()));
        assertThat(robot.lookup(".toast").queryAll()).hasSize(3);
    }

    @Test
    void aRunThatEndsIsToldOnceAndOneThatHadEndedIsNot() throws Exception {
        FakeRuns fake = new FakeRuns(root);
        RunListViewModel list = new RunListViewModel(Optional.empty());
        RunOutcomes outcomes = new RunOutcomes(model, list);
        LibraryFollower follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
        Runnable look = () -> {
            var runs = follower.poll(Optional.empty(), Set.of()).runs();
            list.show(runs);
            outcomes.show(runs);
        };
        RunDirectory good = fake.running("2-good", "alpha");
        RunDirectory bad = fake.running("1-bad", "beta");
        fake.finished("0-old", "gamma");
        look.run();
        assertThat(model.shown()).isEmpty();
        fake.status(good, RunState.FINISHED, WorkerProcess.current(), "done");
        fake.status(bad, RunState.RUNNING, FakeRuns.DEAD, "training");
        look.run();
        look.run();
        assertThat(model.shown())
                .extracting(Toast::kind, Toast::title, Toast::detail)
                .containsExactlyInAnyOrder(
                        tuple(Toast.Kind.SUCCESS, "alpha has finished", "clean 52.3 % · robust 25.1 %"),
                        tuple(Toast.Kind.FAILURE, "beta has crashed", "its worker process is gone"));
        model.shown().getLast().action().orElseThrow().run().run();
        assertThat(list.selected()).isPresent();
    }
}
