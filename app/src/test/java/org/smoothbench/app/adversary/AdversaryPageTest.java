package org.smoothbench.app.adversary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.await;
import static org.smoothbench.app.fake.TestWindow.says;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.LinearRuns;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.Series;
import org.smoothbench.viz.image.ImageGrid;
import org.smoothbench.viz.image.TileMark;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The page in the real window, with classifiers that are attacked in earnest. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class AdversaryPageTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private TestWindow window;
    private LinearRuns runs;

    @BeforeEach
    void window() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"width\": 990, \"height\": 980}");
        window = new TestWindow(folder);
        runs = new LinearRuns(window.runs());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void open() throws Exception {
        window.open((_, _) -> List.of());
        shortcut(KeyCode.DIGIT7);
    }

    private void openAllFour() throws Exception {
        window.open((_, _) -> List.of());
        await(() -> says(robot, "one") && says(robot, "four"));
        robot.clickOn("#run-list");
        shortcut(KeyCode.A);
        palette("compare selected");
        shortcut(KeyCode.DIGIT7);
    }

    private void makeSmallMatrix() {
        fire("bench-show-transfer");
        robot.interact(() -> robot.lookup("#bench-transfer-images")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(0));
        fire("bench-compute-transfer");
    }

    private void shortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private void palette(String words) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write(words);
        robot.type(KeyCode.ENTER);
    }

    private void slide(String id, double value) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(Slider.class).setValue(value));
    }

    private void fire(String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    private ImageGrid grid() {
        return robot.lookup("#bench-grid").queryAs(ImageGrid.class);
    }

    private LineChart chart(String id) {
        return robot.lookup("#" + id).queryAs(LineChart.class);
    }

    private long marked(TileMark mark) {
        return grid().getTiles().stream().filter(tile -> tile.mark() == mark).count();
    }

    @Test
    void anImageIsAttackedAndSlidersActAtOnce() throws Exception {
        runs.seeing(LinearRuns.label(0), "one", 1);
        open();
        await(() -> says(robot, "linear classifier"));
        slide("bench-eps", 1);
        await(() -> says(robot, "Withstands the attack"));
        assertThat(text("bench-conditions")).isEqualTo("PGD-10, step 0.25/255, random start, L-inf eps 1/255, seed 0");
        slide("bench-eps", 32);
        await(() -> says(robot, "Fooled at step"));
        assertThat(text("bench-conditions")).contains("eps 32/255");
        assertThat(text("bench-perturbation-caption")).startsWith("x′ − x ×16, ");
        assertThat(text("bench-image-caption")).startsWith("x′, example: ");
        assertThat(text("bench-original")).startsWith("x, test image 0: ");
        await(() -> chart("bench-loss").getSeries().size() == 1
                && chart("bench-loss").getSeries().getFirst().size() == 11);
        assertThat(chart("bench-margin").getSeries().getFirst().y(10)).isPositive();
        assertThat(chart("bench-margin").xAxis().titleProperty().get()).isEqualTo("step");

        fire("bench-step-on");
        await(() -> text("bench-step-number").equals("0 of 10"));
        fire("bench-step-on");
        await(() -> text("bench-image-caption").startsWith("x′, step 1"));
        assertThat(chart("bench-loss").getMarks()).hasSize(1);
        fire("bench-example");
        await(() -> text("bench-image-caption").startsWith("x′, example"));

        slide("bench-amplification", 4);
        await(() -> text("bench-perturbation-caption").startsWith("x′ − x ×4, "));

        fire("bench-search-smallest");
        await(() -> text("bench-smallest").startsWith("Smallest eps ≤ "));
        assertThat(text("bench-smallest")).contains("/255 by this attack · FAB finds");

        choose(AttackKind.SQUARE);
        await(() -> text("bench-conditions").startsWith("Square, 100 queries, L-inf"));
        await(() -> chart("bench-margin").xAxis().titleProperty().get().equals("query"));
        fire("bench-step-on");
        fire("bench-step-on");
        await(() -> text("bench-image-caption").startsWith("x′, query "));
        int query = Integer.parseInt(text("bench-step-number").split(" ", 2)[0]);
        assertThat(query).isPositive();
        assertThat(chart("bench-margin").getMarks().getFirst().x()).isEqualTo(query);
        Series margins = chart("bench-margin").getSeries().getFirst();
        for (int i = 1; i < margins.size(); i++) {
            assertThat(margins.y(i)).isGreaterThanOrEqualTo(margins.y(i - 1));
        }

        slide("bench-queries", 200);
        await(() -> text("bench-conditions").startsWith("Square, 200 queries, L-inf"));

        choose(AttackKind.FAB);
        slide("bench-eps", 1);
        await(() -> text("bench-conditions").startsWith("FAB-10, L-inf eps 1/255"));
        await(() -> text("bench-step-number").endsWith(" of 10"));
        fire("bench-example");
        await(() -> text("bench-image-caption").startsWith("x′, nearest beyond eps: "));
        assertThat(text("bench-perturbation-caption")).endsWith("/255 > eps");
        assertThat(says(robot, "Withstands the attack")).isTrue();
    }

    private void choose(AttackKind kind) {
        robot.interact(() -> robot.lookup("#bench-attack")
                .<AttackKind>queryComboBox()
                .getSelectionModel()
                .select(kind));
    }

    @Test
    void theGridIsFilteredByClassAndByHowTheModelDoes() throws Exception {
        int own = LinearRuns.label(0);
        runs.seeing(own, "one", 1);
        open();
        await(() -> !grid().getTiles().isEmpty() && grid().has(0));
        int all = grid().getTiles().size();
        slide("bench-eps", 32);
        await(() -> marked(TileMark.FOOLED) > 0 && marked(TileMark.WRONG) > 0);
        assertThat(text("bench-judged")).contains(" of " + all + " judged: ");
        robot.interact(grid()::requestFocus);
        robot.type(KeyCode.RIGHT);
        await(() -> text("bench-original").startsWith("x, test image 1: "));
        fire("bench-show-fooled");
        await(() -> !grid().getTiles().isEmpty()
                && grid().getTiles().stream().allMatch(tile -> tile.mark() == TileMark.FOOLED));
        fire("bench-show-all");
        robot.interact(() -> robot.lookup("#bench-class")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(own + 1));
        await(() -> grid().getTiles().size() < all);
        assertThat(grid().getTiles()).extracting(tile -> tile.key()).contains(0);
        robot.interact(() -> robot.lookup("#bench-class")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select((own + 1) % 10 + 1));
        await(() -> grid().getTiles().stream().noneMatch(tile -> tile.key() == 0));
    }

    @Test
    void modelsStandSideBySideAndSayWhatIsWrongWithThem() throws Exception {
        int own = LinearRuns.label(0);
        runs.seeing(own, "one", 1);
        runs.seeing(own, "two", 2);
        RunDirectory damaged = runs.seeing(own, "three", 3);
        damage(damaged);
        runs.untrained("four");
        openAllFour();
        await(() -> robot.lookup(".bench-model").queryAll().size() == 4);
        await(() -> says(robot, "There is no best checkpoint yet. Let it train to its first one."));
        await(() -> says(robot, "The checkpoint is damaged"));
        slide("bench-eps", 32);
        await(() -> robot.lookup(".bench-fooled").queryAll().size() == 2);
        await(() -> chart("bench-loss").getSeries().size() == 2);
        makeSmallMatrix();
        await(() -> robot.lookup("#transfer-1-0").tryQuery().isPresent());
        assertThat(text("transfer-0-0")).isEqualTo("100 %");
        assertThat(text("bench-transfer-conditions"))
                .startsWith("PGD-10, step 8/255, random start, L-inf eps 32/255, seed 0. How many of ")
                .contains("all of these models get right");
        slide("bench-eps", 16);
        await(() -> text("bench-transfer-progress").startsWith("Of the settings below"));
    }

    @Test
    void aModelOfOtherImagesAndOneWhoseImagesVanishedStandAside() throws Exception {
        int own = LinearRuns.label(0);
        // The newest stands first.
        runs.onGreyImages(folder.resolve("grey"), "three");
        Path vanished = folder.resolve("vanished");
        runs.onCopy(vanished, own, "four", 4);
        runs.seeing(own, "one", 1);
        runs.seeing(own, "two", 2);
        Files.delete(vanished.resolve("test_batch.bin"));
        Files.delete(vanished.resolve("data_batch_1.bin"));
        openAllFour();
        await(() -> says(robot, "Withstands the attack") || says(robot, "Fooled at step"));
        await(() -> troubles().size() == 2);
        assertThat(troubles())
                .anyMatch(text -> text.startsWith("Its test images are others than those of the first model: ")
                        && text.contains("Compare models of the same images."))
                .anyMatch(text -> text.contains(vanished.toString()));
        slide("bench-eps", 32);
        await(() -> robot.lookup(".bench-fooled").queryAll().size() == 2);
        await(() -> chart("bench-loss").getSeries().size() == 2);
        makeSmallMatrix();
        await(() -> robot.lookup("#transfer-1-1").tryQuery().isPresent());
        assertThat(robot.lookup("#transfer-2-2").tryQuery()).isEmpty();
    }

    private List<String> troubles() {
        return robot.lookup(".bench-trouble").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    @Test
    void withoutAnyModelThatOpensNothingIsClaimed() throws Exception {
        runs.untrained("one");
        open();
        await(() -> says(robot, "There is no best checkpoint yet. Let it train to its first one."));
        choose(AttackKind.SQUARE);
        slide("bench-eps", 3);
        fire("bench-step-on");
        assertThat(text("bench-step-number")).isEqualTo("– of 0");
        assertThat(grid().getTiles()).isEmpty();
        assertThat(chart("bench-margin").getSeries()).isEmpty();
        palette("make the transfer matrix");
        await(() -> text("bench-transfer-progress").startsWith("A matrix needs two models"));
        assertThat(window.notices().noticeProperty().get()).isEmpty();
    }

    private static void damage(RunDirectory run) throws IOException {
        try (var files = Files.walk(run.checkpoints())) {
            Path weights = files.filter(file -> file.endsWith("model.safetensors"))
                    .findFirst()
                    .orElseThrow();
            Files.write(weights, new byte[] {1}, StandardOpenOption.APPEND);
        }
    }

    @Test
    void aRestartRestoresAttackAndImage() throws Exception {
        open();
        await(() -> says(robot, "No model to attack"));
        window.close();
        runs.seeing(LinearRuns.label(0), "one", 1);
        open();
        await(() -> says(robot, "linear classifier"));
        slide("bench-eps", 5);
        slide("bench-steps", 7);
        robot.interact(() -> grid().chosenProperty().set(3));
        await(() -> text("bench-original").startsWith("x, test image 3: "));
        window.close();
        open();
        await(() -> says(robot, "linear classifier"));
        assertThat(text("bench-conditions")).isEqualTo("PGD-7, step 1.25/255, random start, L-inf eps 5/255, seed 0");
        await(() -> text("bench-original").startsWith("x, test image 3: "));
        Node bars = robot.lookup(".viz-probability-bars").query();
        assertThat(bars.isVisible()).isTrue();
    }
}
