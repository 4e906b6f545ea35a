package org.smoothbench.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.await;
import static org.smoothbench.app.fake.TestWindow.says;
import static org.smoothbench.app.fake.TestWindow.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.SmallDisk;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunState;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The pane of runs in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class RunListPaneTest {

    @TempDir
    Path folder;

    private FakeRuns fake;
    private Path root;
    private TestWindow window;

    @BeforeEach
    void fakeRuns() throws IOException {
        root = folder.resolve("runs");
        fake = new FakeRuns(root);
        Files.writeString(folder.resolve("settings.json"), "{\"width\": 980, \"height\": 900}");
        window = new TestWindow(folder);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void open() throws TimeoutException {
        window.open((_, _) -> List.of());
    }

    private void reopen() throws Exception {
        close();
        open();
    }

    private static ListView<Object> list(FxRobot robot) {
        return robot.lookup("#run-list").queryListView();
    }

    private static RunRowViewModel row(FxRobot robot, int index) {
        return (RunRowViewModel) list(robot).getItems().get(index);
    }

    private static void shortcut(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    @Test
    void spaceComparesAndTheChoiceSurvivesARestart(FxRobot robot) throws Exception {
        fake.finished("1-a", "alpha");
        fake.finished("2-b", "beta");
        open();
        await(() -> list(robot).getItems().size() == 2);
        robot.clickOn("alpha").type(KeyCode.SPACE);
        assertThat(row(robot, 1).comparedProperty().get()).isTrue();
        await(() -> Files.exists(root.resolve("1-a").resolve("meta.json")));
        reopen();
        await(() -> list(robot).getItems().size() == 2);
        assertThat(row(robot, 1).comparedProperty().get()).isTrue();
        assertThat(row(robot, 0).comparedProperty().get()).isFalse();
        robot.clickOn(".eye-toggle");
        await(() -> row(robot, 0).comparedProperty().get());
        assertThat(row(robot, 0).colourProperty().get())
                .isNotEqualTo(row(robot, 1).colourProperty().get());
    }

    @Test
    void f2RenamesDeleteMovesToTheTrashAndCtrlZTakesItBack(FxRobot robot) throws Exception {
        fake.finished("1-a", "alpha");
        fake.finished("2-b", "beta");
        open();
        await(() -> list(robot).getItems().size() == 2);
        robot.clickOn("beta").type(KeyCode.F2);
        await(() -> robot.lookup("#meta-name").query().isFocused());
        robot.write("gamma").type(KeyCode.ENTER);
        await(() -> says(robot, "gamma"));
        assertThat(list(robot).isFocused()).isTrue();

        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(list(robot).getSelectionModel().getSelectedItems()).hasSize(2);
        robot.type(KeyCode.DELETE);
        await(() -> list(robot).getItems().isEmpty());
        assertThat(root.resolve("1-a")).doesNotExist();
        await(() -> says(robot, "2 runs moved to the trash"));
        robot.clickOn("#undo-button");
        await(() -> list(robot).getItems().size() == 2);
        robot.clickOn("gamma");
        shortcut(robot, KeyCode.Z);
        await(() -> says(robot, "beta"));
    }

    @Test
    void theTrashRestoresAndDeletesForGoodAfterAsking(FxRobot robot) throws Exception {
        fake.finished("1-a", "alpha");
        fake.finished("2-b", "beta");
        open();
        await(() -> list(robot).getItems().size() == 2);
        robot.clickOn("beta").type(KeyCode.DELETE);
        await(() -> list(robot).getItems().size() == 1);
        robot.clickOn("alpha").type(KeyCode.DELETE);
        await(() -> list(robot).getItems().isEmpty());
        robot.clickOn("#list-options").clickOn("#open-trash");
        ListView<Object> trash = robot.lookup("#trash-list").queryListView();
        await(() -> trash.getItems().size() == 2 && shown(trash));
        robot.clickOn("#trash-delete");
        await(() -> says(robot, "Delete “alpha” with all checkpoints"));
        robot.clickOn("#trash-confirm");
        await(() -> trash.getItems().size() == 1);
        robot.clickOn("beta").clickOn("#trash-restore");
        await(() -> trash.getItems().isEmpty());
        robot.clickOn("#trash-back");
        await(() -> list(robot).getItems().size() == 1);
        assertThat(root.resolve("2-b")).isDirectory();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    @Test
    void everyKindOfDamageIsShownWithItsReason(FxRobot robot) throws Exception {
        Files.writeString(fake.finished("9-torn", "x").experiment(), "{\"schema\": 1, \"na");
        Files.delete(fake.finished("8-nostatus", "no status").status());
        Files.writeString(fake.finished("7-garbage", "garbage status").status(), "\0\0\0");
        Files.writeString(fake.finished("6-lines", "bad lines").metrics(), "garbage\n{\n");
        Files.delete(fake.finished("5-check", "no checkpoints").checkpoints());
        Files.writeString(root.resolve("20261122-173306-file-s0"), "");
        Files.createSymbolicLink(root.resolve("20261122-173306-link-s0"), root.resolve("nowhere"));
        Files.createDirectories(root.resolve("20261122-173306-empty-s0"));
        fake.finished("1-whole", "whole");
        open();
        await(() -> list(robot).getItems().size() == 9);
        await(() -> says(robot, "a file lies where a run's folder should be"));
        await(() -> says(robot, "this run is a link to a folder that is not there"));
        await(() -> says(robot, "status.json is missing"));
        await(() -> says(robot, "status.json is damaged"));
        await(() -> says(robot, "not valid JSON"));
        List<RunRowViewModel> rows =
                list(robot).getItems().stream().map(RunRowViewModel.class::cast).toList();
        assertThat(rows.stream().filter(row -> !row.row().damaged()).map(RunRowViewModel::id))
                .containsExactly("1-whole");
        assertThat(rows)
                .allSatisfy(row -> row.now()
                        .summary()
                        .problems()
                        .forEach(problem -> assertThat(row.row().tooltip())
                                .contains(problem.what(), problem.where(), problem.remedy())));
        robot.clickOn("no checkpoints");
        await(() -> says(robot, "The checkpoints are missing"));
    }

    @Test
    void aVanishedFolderIsToldAndTheRowsStay(FxRobot robot) throws Exception {
        fake.finished("1-a", "alpha");
        open();
        await(() -> list(robot).getItems().size() == 1);
        Files.move(root, folder.resolve("elsewhere"), StandardCopyOption.ATOMIC_MOVE);
        await(() -> says(robot, "The runs folder is gone"));
        assertThat(says(robot, "The runs below are as last read")).isTrue();
        assertThat(list(robot).getItems()).hasSize(1);
        Files.move(folder.resolve("elsewhere"), root, StandardCopyOption.ATOMIC_MOVE);
        await(() -> !says(robot, "The runs folder is gone"));
        assertThat(list(robot).getItems()).hasSize(1);
    }

    @Test
    void aFolderOfADiskThatCannotBeWrittenIsLookedAtAndSaysSo(FxRobot robot) throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(root, 256)) {
            fake.finished("2-b", "beta");
            disk.forbidWriting();
            open();
            await(() -> says(robot, "The runs folder is read-only"));
            assertThat(list(robot).getItems()).hasSize(1);
            assertThat(says(robot, "beta")).isTrue();
        }
    }

    @Test
    void groupsCollapseByClickAndKeyAndTheTableHasAllFigures(FxRobot robot) throws Exception {
        RunDirectory seeds = fake.finished("1-a", "alpha");
        new RunMetaFile(seeds).change(meta -> meta.withStudy("seeds").withTags(List.of("paper")));
        fake.status(fake.create("2-b", "beta", "silu"), RunState.CANCELLED, FakeRuns.DEAD, "stopped");
        open();
        await(() -> list(robot).getItems().size() == 4);
        robot.clickOn("seeds");
        assertThat(list(robot).getItems()).hasSize(3);
        robot.clickOn("beta").type(KeyCode.DOWN).type(KeyCode.RIGHT);
        assertThat(list(robot).getItems()).hasSize(4);
        assertThat(list(robot).getItems().getLast()).isInstanceOf(RunRowViewModel.class);

        robot.clickOn("#run-table-toggle");
        TableView<Object> table = robot.lookup("#run-table").queryTableView();
        await(() -> shown(table) && table.getWidth() > 700);
        assertThat(table.getItems()).hasSize(2);
        await(() -> says(robot, "33.4 %") && says(robot, "6/15"));
        robot.clickOn("Name").clickOn("Name");
        assertThat(table.getItems().getFirst()).isEqualTo(list(robot).getItems().get(1));
        robot.clickOn("beta").type(KeyCode.ENTER);
        await(() -> shown(list(robot)) && says(robot, "Clean accuracy"));
    }

    @Test
    void aMistakeInTheSearchIsToldUnderIt(FxRobot robot) throws Exception {
        fake.finished("1-a", "alpha");
        fake.running("2-b", "beta");
        open();
        await(() -> list(robot).getItems().size() == 2);
        shortcut(robot, KeyCode.F);
        robot.write("robust>30");
        await(() -> list(robot).getItems().size() == 1);
        robot.write("x");
        await(() -> says(robot, "“robust>30x”: expected a number of percent, such as 40"));
        assertThat(list(robot).getItems()).hasSize(1);
        robot.clickOn("#search-help");
        await(() -> says(robot, "tag:paper"));
        robot.clickOn("#run-search").type(KeyCode.ESCAPE);
        await(() -> list(robot).getItems().size() == 2);
    }
}
