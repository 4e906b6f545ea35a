package org.smoothbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.await;
import static org.smoothbench.app.fake.TestWindow.says;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeTrainer;
import org.smoothbench.app.fake.FakeTrainer.End;
import org.smoothbench.app.fake.FakeTrainer.Script;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.viz.chart.LineChart;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

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
}
