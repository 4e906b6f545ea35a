package org.smoothbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.await;
import static org.smoothbench.app.fake.TestWindow.says;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.FakeTrainer;
import org.smoothbench.app.fake.FakeTrainer.End;
import org.smoothbench.app.fake.FakeTrainer.Script;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.viz.chart.LineChart;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Ways through the window from their beginning to their end, with a trainer that only pretends. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class JourneyTest {

    @TempDir
    Path folder;

    private TestWindow window;

    @BeforeEach
    void window() throws Exception {
        window = new TestWindow(folder);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private static LineChart chart(FxRobot robot) {
        return robot.lookup("#training-chart").queryAs(LineChart.class);
    }

    /** Whether the chart of the selected run has a curve of this many points. */
    private static boolean holds(FxRobot robot, int points) {
        return chart(robot).getSeries().stream().anyMatch(series -> series.size() == points);
    }

    private void begin(FxRobot robot, FakeTrainer trainer) throws Exception {
        window.open(window.with(trainer));
        await(() -> robot.lookup("#train-samples").tryQuery().isPresent()
                && !robot.lookup("#train-samples").query().isDisabled());
        robot.clickOn("#train-samples");
    }

    @Test
    void aFirstStartLeadsToFinishedRunsWhoseChartHasItsPoints(FxRobot robot) throws Exception {
        try (FakeTrainer trainer = new FakeTrainer(Script.SHORT)) {
            begin(robot, trainer);
            await(() -> says(robot, "2 runs") && !says(robot, "running"));
            await(() -> says(robot, "finished"));
            await(() -> chart(robot).getSeries().getFirst().size() == 3);
            await(() -> holds(robot, 24));
        }
    }

    @Test
    void aCrashInTheMiddleOfALineIsACrashAndKeepsWhatWasMeasured(FxRobot robot) throws Exception {
        try (FakeTrainer trainer = new FakeTrainer(new Script(2, 5, 20, 7, End.TORN))) {
            begin(robot, trainer);
            await(() -> says(robot, "This run crashed: its worker process is gone"));
            assertThat(says(robot, "Training loss was NaN")).isTrue();
            await(() -> holds(robot, 10));
        }
    }

    @Test
    void aHundredThousandPointsArriveWhole(FxRobot robot) throws Exception {
        try (FakeTrainer trainer = new FakeTrainer(new Script(10, 10_000, 0, -1, End.FINISHED))) {
            begin(robot, trainer);
            await(() -> holds(robot, 100_000));
        }
    }

    @Test
    void aRunPausesGoesOnAndStops(FxRobot robot) throws Exception {
        try (FakeTrainer trainer = new FakeTrainer(new Script(1000, 10, 30, -1, End.FINISHED))) {
            begin(robot, trainer);
            await(() -> state(robot).equals("running"));
            press(robot, KeyCode.P);
            await(() -> state(robot).equals("paused"));
            int measured = chart(robot).getSeries().getLast().size();
            press(robot, KeyCode.P);
            await(() -> state(robot).equals("running")
                    && chart(robot).getSeries().getLast().size() > measured);
            press(robot, KeyCode.PERIOD);
            await(() -> state(robot).equals("cancelled"));
        }
    }

    @Test
    void twoRunsAreComparedInChartsAndByTheirSettings(FxRobot robot) throws Exception {
        FakeRuns fake = new FakeRuns(window.runs());
        fake.finished("1-relu", "rectified");
        fake.running("2-silu", "sigmoidal");
        window.open((_, _) -> List.of());
        await(() -> says(robot, "rectified") && says(robot, "sigmoidal"));
        robot.clickOn("#run-list");
        press(robot, KeyCode.A);
        palette(robot, "compare selected");

        press(robot, KeyCode.DIGIT3);
        await(() -> !robot.lookup((Node node) -> node instanceof LineChart lines
                        && TestWindow.shown(node)
                        && names(lines).containsAll(Set.of("rectified", "sigmoidal")))
                .queryAll()
                .isEmpty());
        press(robot, KeyCode.DIGIT4);
        robot.clickOn("#compare-settings");
        TableView<Object> table = robot.lookup("#settings-table").queryTableView();
        await(() -> table.getItems().size() == 2);
        assertThat(table.getColumns())
                .extracting(TableColumn::getText)
                .anyMatch(column -> column.contains("activation"))
                .noneMatch(column -> column.contains("epsilon"));
    }

    private static Set<String> names(LineChart chart) {
        return chart.getSeries().stream()
                .filter(series -> series.size() > 0)
                .map(series -> series.name().split(",", -1)[0].split(" ", -1)[0])
                .collect(Collectors.toSet());
    }

    private static String state(FxRobot robot) {
        return robot.lookup("#page-state").queryAs(Label.class).getText();
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void palette(FxRobot robot, String words) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write(words);
        robot.type(KeyCode.ENTER);
    }
}
