package org.smoothbench.app.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
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
import org.smoothbench.app.fake.TestStage;
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
            TestStage.show(stage, window, 600, 400);
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
    void anEvaluationThatEndsIsToldWithItsNumbersAndItsFolder() throws Exception {
        FakeRuns fake = new FakeRuns(root);
        RunListViewModel list = new RunListViewModel(Optional.empty());
        List<Path> opened = new ArrayList<>();
        FolderToast folders = new FolderToast(opened::add, model, Runnable::run, Runnable::run);
        EvaluationOutcomes outcomes = new EvaluationOutcomes(model, folders, list);
        LibraryFollower follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
        Runnable look = () -> {
            var snapshot = follower.poll(Optional.of("0-other"), Set.of());
            list.show(snapshot.runs());
            outcomes.show(snapshot.evaluated());
        };
        fake.finished("0-other", "selected");
        RunDirectory run = fake.finished("1-a", "alpha");
        Files.writeString(evaluation(run, "old").resolve("result.json"), result(""));
        look.run();
        Files.writeString(evaluation(run, "new").resolve("journal.jsonl"), "{}\n");
        look.run();
        assertThat(model.shown()).isEmpty();
        Files.writeString(evaluation(run, "new").resolve("result.json"), result(""));
        Files.writeString(
                evaluation(run, "doubtful").resolve("result.json"),
                result("{\"kind\": \"STUCK\", \"message\": \"attacks were stuck\"}"));
        Files.writeString(evaluation(run, "torn").resolve("result.json"), "{");
        look.run();
        look.run();
        assertThat(model.shown())
                .extracting(Toast::kind, Toast::title)
                .containsExactlyInAnyOrder(
                        tuple(Toast.Kind.SUCCESS, "alpha has been evaluated: robust 30.0 %, clean 60.0 %"),
                        tuple(Toast.Kind.WARNING, "alpha has been evaluated: robust 30.0 %, clean 60.0 %"),
                        tuple(Toast.Kind.FAILURE, "An evaluation of alpha has failed"));
        assertThat(model.shown())
                .filteredOn(toast -> toast.kind() == Toast.Kind.SUCCESS)
                .singleElement()
                .satisfies(toast -> {
                    assertThat(toast.detail())
                            .isEqualTo("AutoAttack standard, L-inf, eps 8/255 on 200 images, best checkpoint");
                    toast.action().orElseThrow().run().run();
                });
        assertThat(opened).containsExactly(run.evaluations().resolve("new"));
    }

    private static Path evaluation(RunDirectory run, String name) throws IOException {
        return Files.createDirectories(run.evaluations().resolve(name));
    }

    private static String result(String flag) {
        return """
                {"schema": 1, "label": "AutoAttack standard, L-inf, eps 8/255", "plan": {"seed": 3},
                 "evaluated": {"weights": "best", "model": "", "modelFingerprint": "", "data": "",
                   "dataFingerprint": ""},
                 "examples": 200,
                 "clean": {"count": 120, "of": 200, "share": 0.6, "low": 0.53, "high": 0.67},
                 "robust": {"count": 60, "of": 200, "share": 0.3, "low": 0.24, "high": 0.37},
                 "stages": [], "classes": [], "flags": [%s], "seconds": 12}
                """.formatted(flag);
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
                        tuple(
                                Toast.Kind.SUCCESS,
                                "alpha has finished",
                                "clean 52.3 % · robust 25.1 %, PGD-10, eps 8/255, step 2/255 on 500 images, seed 0"),
                        tuple(Toast.Kind.FAILURE, "beta has crashed", "its worker process is gone"));
        model.shown().getLast().action().orElseThrow().run().run();
        assertThat(list.selected()).isPresent();
    }
}
