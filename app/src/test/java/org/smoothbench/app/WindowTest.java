package org.smoothbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.await;
import static org.smoothbench.app.fake.TestWindow.says;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunState;
import org.smoothbench.viz.chart.LineChart;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class WindowTest {

    @TempDir
    Path folder;

    private final List<Experiment> started = new CopyOnWriteArrayList<>();
    private FakeRuns fake;
    private TestWindow window;

    @BeforeEach
    void fakeRuns() throws IOException {
        window = new TestWindow(folder);
        fake = new FakeRuns(window.runs());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void open() throws TimeoutException {
        window.open(this::start);
    }

    private List<RunDirectory> start(List<Experiment> experiments, Optional<String> study) {
        started.addAll(experiments);
        try {
            return List.of(fake.running("8-started", experiments.getFirst().name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LineChart chart(FxRobot robot) {
        return robot.lookup("#training-chart").queryAs(LineChart.class);
    }

    @Test
    void aRunningRunIsShownWithItsCurvesAndLogAndGrows(FxRobot robot) throws Exception {
        RunDirectory run = fake.running("2-running", "alpha");
        fake.torn(run);
        fake.notANumber(fake.finished("1-finished", "beta"), 15.5);
        open();
        await(() -> says(robot, "epoch 7/15 · 41 % · 2 min left"));
        await(() -> !chart(robot).getSeries().isEmpty()
                && chart(robot).getSeries().getFirst().size() == 2);
        assertThat(chart(robot).getSeries()).hasSize(3);
        assertThat(says(robot, "SILU · ResNet-8, width 12")).isTrue();
        assertThat(says(robot, "clean 52.3 · robust 25.1 %")).isTrue();
        assertThat(says(robot, "1 running · 2 runs")).isTrue();
        assertThat(robot.lookup("#status-device").queryAs(Label.class).getText())
                .isEqualTo("alpha runs on CPU (2 threads)");
        assertThat(robot.lookup("#log").queryListView().getItems()).hasToString("[training began]");
        assertThat(robot.lookup("#problem-banner").query().isVisible()).isFalse();

        Files.writeString(run.metrics(), "}\n", StandardOpenOption.APPEND);
        await(() -> chart(robot).getSeries().getFirst().size() == 3);

        robot.clickOn("beta");
        await(() -> says(robot, "Training loss was NaN at epoch 15.50"));
        assertThat(says(robot, "70.1 %")).isTrue();
    }

    @Test
    void aCrashedRunHasABannerAndCannotBeStopped(FxRobot robot) throws Exception {
        fake.status(fake.create("1-crashed", "gamma", "relu"), RunState.RUNNING, FakeRuns.DEAD, "training");
        open();
        await(() -> says(robot, "This run crashed: its worker process is gone"));
        assertThat(robot.lookup("#page-state").queryAs(Label.class).getText()).isEqualTo("crashed");
        assertThat(robot.lookup("#stop").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(says(robot, "Nothing measured")).isFalse();
    }

    @Test
    void aDamagedRunSaysWhereAndIsMovedToTheTrashFromItsPage(FxRobot robot) throws Exception {
        RunDirectory run = fake.create("1-damaged", "delta", "relu");
        Files.writeString(run.experiment(), "{ \"schema\": 1,");
        open();
        await(() -> says(robot, "Files of this run are missing or damaged"));
        assertThat(says(robot, run.experiment() + ":1:15")).isTrue();
        assertThat(robot.lookup("#figure-clean")
                        .query()
                        .getParent()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
        robot.clickOn("#banner-delete");
        await(() -> !Files.exists(run.path()));
        await(() -> says(robot, "1 run moved to the trash"));
    }

    @Test
    void stopLeavesARequest(FxRobot robot) throws Exception {
        RunDirectory run = fake.running("1-running", "alpha");
        open();
        await(() -> !robot.lookup("#stop").queryAs(Button.class).isDisabled());
        robot.press(KeyCode.CONTROL).type(KeyCode.PERIOD).release(KeyCode.CONTROL);
        await(() -> Files.exists(run.control().resolve("stop")));
        assertThat(robot.lookup("#page-state").queryAs(Label.class).getText()).isEqualTo("stopping…");
        assertThat(robot.lookup("#stop").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void theFirstStartOffersBothSamplesAndOneButtonStartsThem(FxRobot robot) throws Exception {
        open();
        await(() -> robot.lookup("#train-samples").tryQuery().isPresent()
                && !robot.lookup("#train-samples").query().isDisabled());
        await(() -> robot.lookup("#train-samples").query().isFocused());
        robot.type(KeyCode.ENTER);
        await(() -> says(robot, "clean 52.3 · robust 25.1 %"));
        assertThat(started).extracting(Experiment::name).containsExactly("sample-relu", "sample-silu");
        assertThat(robot.lookup("#train-samples")
                        .query()
                        .getParent()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
    }

    @Test
    void searchNarrowsTheListAndTheThemeIsRemembered(FxRobot robot) throws Exception {
        fake.running("2-running", "alpha");
        fake.finished("1-finished", "beta");
        open();
        ListView<Object> list = robot.lookup("#run-list").queryListView();
        await(() -> list.getItems().size() == 2);
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("bet");
        await(() -> list.getItems().size() == 1);
        assertThat(robot.lookup("#page-name").queryAs(Label.class).getText()).isEqualTo("alpha");
        robot.clickOn("Dark");
        window.close();
        assertThat(window.settings()).content().contains("\"dark\"").contains("2-running");
    }

    @Test
    void notesThatAreBeingTypedOutliveTheWindow(FxRobot robot) throws Exception {
        RunDirectory run = fake.finished("1-finished", "alpha");
        open();
        robot.clickOn("#run-list").clickOn("alpha").type(KeyCode.F2);
        await(() -> robot.lookup("#meta-name").query().isFocused());
        robot.clickOn("#meta-notes").write("not yet saved");
        window.close();
        assertThat(new RunMetaFile(run).read().notes()).isEqualTo("not yet saved");
    }
}
