package org.smoothbench.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.app.follow.LogLines;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The log stays at its end while lines come, and where the reader has put it. */
class LogViewTest {

    private final ObjectProperty<RunLog> log = new SimpleObjectProperty<>(RunLog.NONE);
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> TestStage.show(stage, new LogView(log), 400, 160));
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private void lines(String run, int count) throws TimeoutException {
        List<String> lines =
                IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i).toList();
        robot.interact(() -> log.set(new RunLog(run, true, new LogLines(0, lines))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean wholeInSight(String line) {
        return robot.lookup(".list-cell").queryAllAs(IndexedCell.class).stream()
                .anyMatch(cell -> line.equals(cell.getText())
                        && cell.isVisible()
                        && cell.getBoundsInParent().getMaxY()
                                <= cell.getParent()
                                                .getParent()
                                                .getLayoutBounds()
                                                .getHeight()
                                        + 1);
    }

    private boolean inSight(String line) {
        return robot.lookup(".list-cell").queryAllAs(IndexedCell.class).stream()
                .anyMatch(cell -> line.equals(cell.getText())
                        && cell.isVisible()
                        && cell.getBoundsInParent().getMinY() >= 0
                        && cell.getBoundsInParent().getMinY()
                                < cell.getParent().getParent().getLayoutBounds().getHeight());
    }

    private void awaitInSight(String line) throws TimeoutException {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return inSight(line);
        });
    }

    @Test
    void theLastLineIsSeenWholeAlsoAboveAHorizontalBar() throws TimeoutException {
        String wide =
                "a line that is wider than the list, so that a bar for it lies over the bottom of the list, ".repeat(3);
        for (int count = 1; count <= 40; count++) {
            List<String> lines = new ArrayList<>(Collections.nCopies(count, "line"));
            lines.add(wide);
            lines.add("the last of " + count);
            int run = count;
            robot.interact(() -> log.set(new RunLog("run " + run, true, new LogLines(0, lines))));
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> {
                WaitForAsyncUtils.waitForFxEvents();
                return wholeInSight("the last of " + run);
            });
        }
    }

    @Test
    void followsTheEndThroughBurstsAndStaysWhereTheReaderIs() throws TimeoutException {
        lines("a", 5);
        for (int burst = 1; burst <= 20; burst++) {
            lines("a", 5 + 7 * burst);
        }
        awaitInSight("line 145");

        robot.interact(() -> robot.lookup("#log").queryListView().requestFocus());
        robot.type(KeyCode.HOME);
        awaitInSight("line 1");
        lines("a", 300);
        awaitInSight("line 1");
        assertThat(inSight("line 300")).isFalse();

        robot.type(KeyCode.END);
        awaitInSight("line 300");
        lines("a", 400);
        awaitInSight("line 400");

        robot.type(KeyCode.HOME);
        awaitInSight("line 1");
        lines("b", 200);
        awaitInSight("line 200");
    }
}
