package org.smoothbench.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The editor in the real window, used as a user uses it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class EditorPageTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<Experiment> queued = new CopyOnWriteArrayList<>();
    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"width\": 990, \"height\": 900}");
        window = new TestWindow(folder);
        new FakeRuns(window.runs()).finished("1-done", "done");
        show();
    }

    private void show() throws TimeoutException {
        window.open(this::start);
        shortcut(KeyCode.DIGIT2);
    }

    private List<RunDirectory> start(List<Experiment> experiments, Optional<String> study) {
        queued.addAll(experiments);
        return List.of();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void shortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void shiftShortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(key).release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean there(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private void fire(String id) {
        Button button = robot.lookup(id).queryAs(Button.class);
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void begin(String preset) throws TimeoutException {
        await(() -> there("#begin-" + preset));
        fire("#begin-" + preset);
        await(() -> title().equals(preset) && there("#field-runtime-seed"));
    }

    private String title() {
        return robot.from(robot.lookup("#editor").<Node>query()).lookup(".page-title").queryAllAs(Label.class).stream()
                .findFirst()
                .map(Label::getText)
                .orElse("");
    }

    private <T extends Node> T in(String field, String style, Class<T> type) {
        return robot.from(robot.lookup("#field-" + field).<Node>query())
                .lookup((Node node) -> type.isInstance(node)
                        && (style.isEmpty() || node.getStyleClass().contains(style)))
                .queryAs(type);
    }

    private void type(String field, String text) {
        TextField control = in(field, "", TextField.class);
        robot.interact(() -> {
            control.requestFocus();
            control.selectAll();
        });
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String error(String field) {
        Label label = in(field, "field-error", Label.class);
        return label.isVisible() ? label.getText() : "";
    }

    private Button queue() {
        return robot.lookup("#queue-experiment").queryAs(Button.class);
    }

    @Test
    void aMistakeIsSaidUnderItsFieldAndGoesWhenItIsMended() throws TimeoutException {
        begin("sample-silu");
        assertThat(queue().isDisabled()).isFalse();
        type("training-epochs", "12,5");
        assertThat(error("training-epochs")).contains("whole number").contains("found \"12,5\"");
        assertThat(queue().isDisabled()).isTrue();
        assertThat(robot.lookup("#faults").queryAs(Labeled.class).getText()).isEqualTo("1 setting is wrong");
        assertThat(in("training-epochs", "", TextField.class).getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("danger"));
        type("training-epochs", "12");
        assertThat(error("training-epochs")).isEmpty();
        robot.clickOn(queue());
        await(() -> !queued.isEmpty());
        assertThat(queued).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("sample-silu");
            assertThat(one.training().epochs()).isEqualTo(12);
        });
    }

    @Test
    void whatDiffersFromAPresetIsMarkedCountedAndTakenBack() throws TimeoutException {
        begin("table1-both-sample");
        assertThat(there("#differing") && robot.lookup("#differing").query().isVisible())
                .isFalse();
        assertThat(robot.lookup("#deviations-link").query().isVisible()).isTrue();
        type("training-optimizer-learningRate", "0.25");
        type("runtime-seed", "7");
        assertThat(robot.lookup("#differing").queryAs(Label.class).getText())
                .isEqualTo("2 settings differ from preset table1-both-sample");
        Button reset = in("training-optimizer-learningRate", "field-reset", Button.class);
        assertThat(reset.getText()).startsWith("preset: ");
        robot.clickOn("#only-differing");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#field-training-epochs").query().isVisible()).isFalse();
        assertThat(robot.lookup("#field-runtime-seed").query().isVisible()).isTrue();
        robot.interact(reset::fire);
        assertThat(robot.lookup("#differing").queryAs(Label.class).getText()).startsWith("1 setting differs");
        shortcut(KeyCode.Z);
        assertThat(in("training-optimizer-learningRate", "", TextField.class).getText())
                .isEqualTo("0.25");
        shiftShortcut(KeyCode.Z);
        assertThat(in("training-optimizer-learningRate", "", TextField.class).getText())
                .isNotEqualTo("0.25");
    }

    @Test
    void severalValuesInTwoSettingsQueueTheirProduct() throws TimeoutException {
        begin("sample-silu");
        Control activation = in("model-activation", "", ComboBox.class);
        robot.interact(activation::requestFocus);
        shortcut(KeyCode.M);
        CheckBox relu = robot.from(robot.lookup("#field-model-activation").<Node>query())
                .lookup((Node node) -> node instanceof CheckBox check && "relu".equals(check.getText()))
                .queryAs(CheckBox.class);
        robot.interact(relu::fire);
        Control seed = in("runtime-seed", "", TextField.class);
        robot.interact(seed::requestFocus);
        shortcut(KeyCode.M);
        TextField first = in("runtime-seed", "", TextField.class);
        robot.interact(first::requestFocus);
        robot.type(KeyCode.END).type(KeyCode.ENTER);
        robot.write("1");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(queue().getText()).isEqualTo("Queue 4 runs");
        shortcut(KeyCode.ENTER);
        await(() -> queued.size() == 4);
        assertThat(queued)
                .extracting(Experiment::name)
                .containsExactly(
                        "sample-silu-silu-s0", "sample-silu-silu-s1", "sample-silu-relu-s0", "sample-silu-relu-s1");
    }

    @Test
    void aRunIsDuplicatedAndEdited() throws TimeoutException {
        shortcut(KeyCode.DIGIT1);
        await(() -> window.notices().noticeProperty().get().isEmpty()
                && !robot.lookup("#editor").query().isVisible()
                && selectable());
        shortcut(KeyCode.D);
        await(() -> title().equals("done") && there("#field-runtime-seed"));
        assertThat(robot.lookup("#origin").queryAs(Label.class).getText()).isEqualTo("began as run done");
        assertThat(in("model-width", "", TextField.class).getText()).isEqualTo("12");
        type("model-width", "16");
        assertThat(in("model-width", "field-reset", Button.class).getText()).isEqualTo("run: 12");
    }

    private boolean selectable() {
        return !robot.lookup(".run-name").queryAll().isEmpty();
    }

    @Test
    void textAndFormFollowEachOther() throws TimeoutException {
        begin("sample-silu");
        shiftShortcut(KeyCode.J);
        TextArea text = robot.lookup("#json-text").queryAs(TextArea.class);
        type("training-epochs", "21");
        assertThat(text.getText()).contains("\"epochs\": 21");
        robot.interact(() -> text.setText(text.getText().replace("\"epochs\": 21", "\"epochs\": 34")));
        assertThat(in("training-epochs", "", TextField.class).getText()).isEqualTo("34");
        robot.interact(() -> text.setText(text.getText().replace("\"epochs\": 34", "\"epochs\": ")));
        assertThat(robot.lookup("#json-fault").queryAs(Label.class).getText()).startsWith("Line ");
        assertThat(in("training-epochs", "", TextField.class).getText()).isEqualTo("34");
    }

    @Test
    void theDraftIsThereAgainInTheNextWindow() throws Exception {
        begin("sample-silu");
        type("training-epochs", "wrong");
        close();
        show();
        await(() -> title().equals("sample-silu") && there("#field-runtime-seed"));
        assertThat(in("training-epochs", "", TextField.class).getText()).isEqualTo("wrong");
        assertThat(error("training-epochs")).isNotEmpty();
    }
}
