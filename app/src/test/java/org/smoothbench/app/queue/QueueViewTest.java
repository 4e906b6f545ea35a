package org.smoothbench.app.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.smoothbench.app.fake.TestWindow.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeQueue;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.launch.QueueSnapshot;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The queue under mouse and keyboard, on a folder with a worker that only says that it works. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class QueueViewTest {

    @TempDir
    Path root;

    private RunQueue queue;
    private RunListViewModel list;
    private QueueViewModel model;
    private QueueCommands commands;
    private NoticeViewModel notices;
    private LibraryFollower follower;

    private void open(String... runs) throws Exception {
        queue = FakeQueue.in(root);
        List<RunDirectory> made = new ArrayList<>();
        for (String id : runs) {
            RunDirectory run = new FakeRuns(root).create(id, "name-" + id, "silu");
            RunStatus.queued(System.currentTimeMillis()).writeTo(run);
            made.add(run);
        }
        queue.enqueue(made);
        RunLibrary library = new RunLibrary(root, Clock.systemUTC());
        follower = new LibraryFollower(library, new RunReader());
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            list = new RunListViewModel(Optional.empty());
            model = new QueueViewModel(list);
            notices = new NoticeViewModel();
            commands = new QueueCommands(
                    library, queue, model, list, notices, Runnable::run, Platform::runLater, this::read);
            TestStage.show(stage, new QueueView(model, commands), 300, 500);
            read();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.setupStage(Stage::hide);
        FxToolkit.cleanupStages();
    }

    private void read() {
        list.show(follower.poll(Optional.empty(), Set.of()).runs());
        model.show(queue.look());
    }

    private List<String> waiting() {
        return queue.look().lanes().getFirst().waiting().stream()
                .map(QueueSnapshot.Waiting::run)
                .toList();
    }

    /** The cell as it is seen; a list keeps others that it only measures with. */
    private static Node cell(FxRobot robot, String name) {
        return robot.lookup((Node node) -> node instanceof QueueCell cell
                        && cell.isVisible()
                        && cell.getIndex() >= 0
                        && cell.getItem() != null
                        && name.equals(cell.getItem().name())
                        && cell.getParent().isVisible())
                .query();
    }

    private static void select(FxRobot robot, String name) {
        robot.clickOn(cell(robot, name));
    }

    @Test
    void showsWhatWorksAndWaitsAndWhyNothingIsThere(FxRobot robot) throws Exception {
        open();
        assertThat(robot.lookup((Node node) ->
                                node instanceof Label label && label.getText().startsWith("The queue is empty"))
                        .query()
                        .isVisible())
                .isTrue();
        new FakeRuns(root).status(new FakeRuns(root).create("a", "alpha", "relu"), RunState.QUEUED, null, "");
        new FakeRuns(root).status(new FakeRuns(root).create("b", "beta", "relu"), RunState.QUEUED, null, "");
        queue.enqueue(List.of(new RunDirectory(root.resolve("a")), new RunDirectory(root.resolve("b"))));
        robot.interact(this::read);
        ListView<QueueEntry> lane = robot.lookup("#lane-auto").queryListView();
        assertThat(lane.getItems())
                .extracting(QueueEntry::name, QueueEntry::text)
                .containsExactly(tuple("alpha", "41 % · 2 min left"), tuple("beta", "next"));
        assertThat(model.countsProperty().get()).isEqualTo("1 at work · 1 waiting");
        assertThat(robot.lookup("#queue").query().prefWidth(-1)).isLessThanOrEqualTo(300);
    }

    @Test
    void altAndArrowsMoveSpaceHoldsDeleteTakesOut(FxRobot robot) throws Exception {
        open("a", "b", "c", "d");
        select(robot, "name-d");
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        await(() -> waiting().equals(List.of("b", "d", "c")));
        robot.press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT);
        await(() -> waiting().equals(List.of("d", "b", "c")));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        await(() -> waiting().equals(List.of("b", "d", "c")));

        robot.type(KeyCode.SPACE);
        await(() -> Files.exists(root.resolve("d/control/pause")));
        assertThat(model.entry("d").orElseThrow().text()).isEqualTo("held · number 2");
        robot.type(KeyCode.SPACE);
        await(() -> !Files.exists(root.resolve("d/control/pause")));
        robot.type(KeyCode.DELETE);
        await(() -> waiting().equals(List.of("b", "c")));
        assertThat(new RunReader()
                        .status(new RunDirectory(root.resolve("d")))
                        .orElseThrow()
                        .state())
                .isEqualTo(RunState.CANCELLED);
        select(robot, "name-c");
        robot.type(KeyCode.ENTER);
        await(() -> model.selected().equals(Optional.of("c")));
        assertThat(notices.noticeProperty().get()).isEmpty();
    }

    @Test
    void draggingGivesARunThePlaceOfAnother(FxRobot robot) throws Exception {
        open("a", "b", "c", "d");
        robot.drag(cell(robot, "name-d")).dropTo(cell(robot, "name-b"));
        await(() -> waiting().equals(List.of("d", "b", "c")));
        robot.drag(cell(robot, "name-d")).dropTo(cell(robot, "name-c"));
        await(() -> waiting().equals(List.of("b", "c", "d")));
        robot.drag(cell(robot, "name-c")).dropTo(cell(robot, "name-a"));
        await(() -> waiting().equals(List.of("c", "b", "d")));
    }

    @Test
    void moreAtOnceStartsTheNextAndTheButtonsPauseAndStop(FxRobot robot) throws Exception {
        open("a", "b", "c");
        Spinner<?> limit = robot.lookup("#limit-auto").queryAs(Spinner.class);
        robot.interact(() -> limit.increment());
        await(() -> queue.look().lanes().getFirst().working().equals(List.of("a", "b")));
        robot.interact(this::read);
        assertThat(limit.getValue()).isEqualTo(2);

        robot.clickOn(button(robot, "Pause at the next step"));
        await(() -> Files.exists(root.resolve("a/control/pause")));
        robot.clickOn(button(robot, "Stop"));
        await(() -> Files.exists(root.resolve("a/control/stop")));
        robot.interact(this::read);
        assertThat(model.entry("a").orElseThrow().text()).isEqualTo("stopping…");
        robot.clickOn(button(robot, "Take it out of the queue"));
        await(() -> waiting().isEmpty());
    }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Button button && words.equals(button.getAccessibleText()))
                .queryAs(Button.class);
    }

    @Test
    void theCommandsAreThereForWhatIsSelected(FxRobot robot) throws Exception {
        open("a", "b", "c");
        robot.interact(() -> list.select("a"));
        assertThat(commands.canPauseProperty().get()).isTrue();
        assertThat(commands.canMoveUpProperty().get()).isFalse();
        assertThat(commands.canStopAllProperty().get()).isTrue();
        robot.interact(() -> list.select("b"));
        assertThat(commands.canMoveUpProperty().get()).isFalse();
        assertThat(commands.canMoveDownProperty().get()).isTrue();
        robot.interact(() -> commands.pause());
        await(() -> commands.canGoOnProperty().get());
        assertThat(commands.canPauseProperty().get()).isFalse();
        robot.interact(() -> commands.goOn());
        await(() -> commands.canPauseProperty().get());
        robot.interact(() -> commands.moveDown());
        await(() -> waiting().equals(List.of("c", "b")));

        robot.interact(() -> commands.stopAll());
        await(() -> waiting().isEmpty());
        assertThat(root.resolve("a/control/stop")).exists();
    }
}
