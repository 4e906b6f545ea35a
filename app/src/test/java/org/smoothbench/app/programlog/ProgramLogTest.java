package org.smoothbench.app.programlog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.fake.TestStage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class ProgramLogTest {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.smoothbench.test.Warning");

    private final ProgramLog log = new ProgramLog();

    /** What is warned of here is no trouble of the tests. */
    @BeforeEach
    void keepOffTheConsole() {
        console().stop();
    }

    private static Appender<ILoggingEvent> console() {
        return ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).getAppender("STDERR");
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        console().start();
        FxToolkit.setupStage(Stage::hide);
        FxToolkit.cleanupStages();
    }

    @Test
    void keepsTheLastWarningsAndErrorsOnly() {
        ProgramLogViewModel model = new ProgramLogViewModel(log, Runnable::run);
        LOG.info("nothing of note");
        LOG.warn("disk is {} % full", 97);
        assertThat(model.unreadProperty().get()).isEqualTo(1);
        assertThat(model.unreadErrorProperty().get()).isFalse();
        LOG.error("it broke", new IllegalStateException("because"));
        assertThat(model.unreadErrorProperty().get()).isTrue();
        assertThat(model.entries()).extracting(LogEntry::message).containsExactly("it broke", "disk is 97 % full");
        assertThat(model.text())
                .contains("warning  Warning: disk is 97 % full", "error  Warning: it broke", "because", "\tat ");
        model.openProperty().set(true);
        assertThat(model.unreadProperty().get()).isZero();
        LOG.warn("seen at once");
        assertThat(model.unreadProperty().get()).isZero();
        model.openProperty().set(false);
        for (int i = 0; i < 300; i++) {
            LOG.warn("number {}", i);
        }
        assertThat(model.entries()).hasSize(200);
        assertThat(model.unreadProperty().get()).isEqualTo(300);
        log.close();
        LOG.warn("not kept");
        assertThat(model.entries().getFirst().message()).isEqualTo("number 299");
    }

    @Test
    void theBadgeOpensTheListWhichIsCopiedAndClosed(FxRobot robot) throws Exception {
        ProgramLogViewModel model = new ProgramLogViewModel(log, Runnable::run);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(
                stage -> TestStage.show(stage, new VBox(new LogBadge(model), new LogPanel(model)), 700, 400));
        LogBadge badge = robot.lookup("#log-badge").queryAs(LogBadge.class);
        assertThat(badge.isVisible()).isFalse();
        robot.interact(() -> LOG.warn("mind the gap"));
        assertThat(badge.isVisible()).isTrue();
        assertThat(badge.getText()).isEqualTo("1 new");
        assertThat(badge.getAccessibleText()).isEqualTo("1 new of 1 message of the program's own log");
        robot.clickOn(badge);
        assertThat(robot.lookup("#program-log").query().isVisible()).isTrue();
        assertThat(badge.getText()).isEqualTo("1");
        robot.clickOn("Copy all");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).contains("mind the gap"));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#program-log").query().isVisible()).isFalse();
    }
}
