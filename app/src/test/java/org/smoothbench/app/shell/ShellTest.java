package org.smoothbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.await;
import static org.smoothbench.app.fake.TestWindow.says;
import static org.smoothbench.app.fake.TestWindow.shown;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.TestWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The frame around the pages, used as a user does. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class ShellTest {

    /** Menus with more do not fit on a screen that is 800 high. */
    private static final int MOST_ITEMS = 31;

    @TempDir
    Path folder;

    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = new TestWindow(folder);
        new FakeRuns(window.runs()).finished("1-finished", "beta");
        window.open((_, _) -> List.of());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private static void palette(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream().flatMap(ShellTest::items) : Stream.of(item);
    }

    private static ListView<Command> found(FxRobot robot) {
        return robot.lookup("#palette-list").queryListView();
    }

    @Test
    void thePaletteFindsCommandsByWordsAndRunsThem(FxRobot robot) throws Exception {
        await(() -> says(robot, "beta"));
        palette(robot);
        assertThat(robot.lookup("#palette-search").query().isFocused()).isTrue();
        robot.write("view activ");
        assertThat(found(robot).getItems()).extracting(Command::id).containsExactly("page.activations");
        robot.type(KeyCode.ENTER);
        assertThat(shown(robot.lookup("#activations").query())).isTrue();
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();
    }

    @Test
    void whatCannotBeDoneNowIsFoundButNotRun(FxRobot robot) throws Exception {
        await(() -> says(robot, "beta"));
        palette(robot);
        robot.write("stop");
        assertThat(found(robot).getItems()).extracting(Command::id).contains("run.stop");
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#palette").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();
        assertThat(Files.exists(window.runs().resolve("1-finished/control/stop")))
                .isFalse();
    }

    @Test
    void everyCommandIsInAMenuAndEveryKeyIsListedInHelp(FxRobot robot) throws Exception {
        await(() -> says(robot, "beta"));
        palette(robot);
        List<Command> all = List.copyOf(found(robot).getItems());
        robot.type(KeyCode.ESCAPE);
        MenuBar menus = robot.lookup(node -> node instanceof MenuBar).query();
        List<String> items = menus.getMenus().stream()
                .flatMap(ShellTest::items)
                .map(MenuItem::getId)
                .toList();
        assertThat(menus.getMenus())
                .allSatisfy(
                        menu -> assertThat(menu.getItems()).as(menu.getText()).hasSizeLessThan(MOST_ITEMS));
        assertThat(all).extracting(Command::id).contains("theme.DARK", "run.colour.0", "list.sort.NEWEST");
        assertThat(all).extracting(command -> "item-" + command.id()).isSubsetOf(items);

        robot.type(KeyCode.F1);
        for (Command command : all) {
            if (command.keys().isPresent()) {
                assertThat(says(robot, command.keysText())).as(command.id()).isTrue();
            }
        }
    }

    @Test
    void theKeyboardIsSeenWhereverItGoes(FxRobot robot) throws Exception {
        await(() -> says(robot, "beta"));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        await(() -> shown(robot.lookup("#charts").query()));
        Scene scene = robot.lookup("#charts").query().getScene();
        await(() -> robot.lookup("#pin-accuracy").tryQuery().isPresent());
        Set<String> seen = new HashSet<>();
        robot.interact(() -> robot.lookup("#x-epoch").query().requestFocus());
        for (int i = 0; i < 40; i++) {
            robot.interact(() -> {
                scene.getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
                scene.getRoot().applyCss();
            });
            Node focused = scene.getFocusOwner();
            seen.add(String.valueOf(focused.getId()));
            assertThat(focused).isNotInstanceOf(StatusBar.class);
            if (focused instanceof ButtonBase button && !(focused instanceof CheckBox)) {
                assertThat(button.getBorder()).as(button + " has a ring").isNotNull();
            }
        }
        assertThat(seen).contains("pin-accuracy", "menu-accuracy", "means", "smoothing", "page-charts", "new-run");
    }

    @Test
    void aRestartFindsPageHelpAndChoicesAgain(FxRobot robot) throws Exception {
        await(() -> says(robot, "beta"));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT5).release(KeyCode.CONTROL);
        robot.clickOn("Figure 2");
        robot.clickOn("Kink at 0");
        robot.type(KeyCode.F1);
        window.close();

        window.open((_, _) -> List.of());
        await(() -> shown(robot.lookup("#activations").query()));
        assertThat(robot.lookup("#help").query().isVisible()).isTrue();
        assertThat(robot.lookup("#sight-kink").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(says(robot, "GELU")).isTrue();
        assertThat(robot.lookup("#page-activations").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }
}
