package org.smoothbench.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.app.fake.TestWindow.says;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeLandscapes;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.viz.surface.GridVertex;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What cannot be drawn is said in words, where it would stand, and the models beside it stay as they are. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class LandscapeTroubleTest implements LandscapeMaker, TestImages {

    @TempDir
    Path folder;

    private final ObservableList<String> compared = FXCollections.observableArrayList("1-a", "2-b");
    private final Map<String, CompletableFuture<Landscape>> works = new HashMap<>();
    private javafx.stage.Stage stage;
    private RunDirectory one;
    private RunDirectory two;
    private LandscapeViewModel model;
    private LandscapeView view;
    private Optional<Problem> noImage = Optional.empty();

    @Start
    void start(javafx.stage.Stage shown) throws IOException {
        stage = shown;
        FakeRuns fake = new FakeRuns(folder);
        one = fake.finished("1-a", "relu");
        two = fake.finished("2-b", "silu");
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            LandscapePages pages = LandscapePages.of(folder);
            model = pages.model(compared, this, this);
            model.settings().liveProperty().set(false);
            view = pages.view(model);
            TestStage.show(stage, view, 980, 900);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public CompletableFuture<Landscape> begin(Order order, Consumer<Stage> heard) {
        return work(order.run());
    }

    private CompletableFuture<Landscape> work(RunDirectory run) {
        return works.computeIfAbsent(run.id(), _ -> new CompletableFuture<>());
    }

    @Override
    public CompletableFuture<Looked> look(Wanted wanted) {
        return noImage.map(problem -> CompletableFuture.<Looked>failedFuture(problem.asException()))
                .orElseGet(() -> CompletableFuture.completedFuture(LandscapePages.LOOKED));
    }

    private SurfaceCard card(int index) {
        return view.cards().get(index);
    }

    private static double bowl(double a, double b) {
        return a * a + b * b;
    }

    private static RunDirectory kept(RunDirectory run) throws IOException {
        FakeLandscapes.keep(LandscapePages.SPEC, run, LandscapeTroubleTest::bowl);
        return run;
    }

    private static Path values(RunDirectory run) throws IOException {
        LandscapeDirectory directory = LandscapeDirectory.in(run.landscapes()).getFirst();
        return directory.path().resolve("values.f32");
    }

    @Test
    void aModelOfImagesOfAnotherSizeStandsAsideWithItsReason(FxRobot robot) {
        open(robot);
        robot.interact(() -> {
            model.settings().show(LandscapePages.SPEC);
            model.compute();
            work(one)
                    .complete(FakeLandscapes.of(
                            LandscapePages.SPEC, one, FakeLandscapes.SHAPE, LandscapeTroubleTest::bowl));
            work(two)
                    .complete(FakeLandscapes.of(
                            LandscapePages.SPEC, two, new ImagePlane.Shape(1, 28, 28), LandscapeTroubleTest::bowl));
        });
        assertThat(card(0).surface().isVisible()).isTrue();
        assertThat(card(1).surface().isVisible()).isFalse();
        assertThat(says(robot, card(1), "It cannot stand beside the first model"))
                .isTrue();
        assertThat(says(robot, card(1), "Its images are 28 × 28 × 1, those of the first model 4 × 5 × 3"))
                .isTrue();
        assertThat(says(robot, card(1), "Close its eye")).isTrue();
        assertThat(model.morph().possibleProperty().get()).isFalse();
        // Everything else goes on with the one that is left.
        robot.clickOn("#along-b");
        robot.clickOn("#sight-map");
        robot.interact(() -> view.exports().save(LandscapeExports.Kind.CSV));
        assertThat(folder.resolve("landscape-map.csv")).exists();
        robot.interact(() -> compared.setAll("1-a"));
        assertThat(view.cards()).hasSize(1);
    }

    @Test
    void holesAreLeftOutCountedAndHatched(FxRobot robot) throws IOException {
        FakeLandscapes.keep(LandscapePages.SPEC, one, (a, b) -> a > 1.5 ? Double.NaN : a);
        kept(two);
        open(robot);
        assertThat(says(robot, card(0), "22 vertices without a finite number")).isTrue();
        assertThat(says(robot, card(1), "without a finite number")).isFalse();
        assertThat(String.valueOf(card(0).surface().queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .contains("22 vertices without a value", "from -2 to 1.2");
        // Neither colours nor the other surface suffer from what is no number.
        assertThat(model.picturesProperty().get().getFirst().scale().values().max())
                .isEqualTo(8);
        robot.interact(() -> model.pointedProperty().set(Optional.of(new GridVertex(10, 5))));
        assertThat(says(robot, card(0), "loss no finite number nats")).isTrue();
        assertThat(says(robot, card(1), "loss 4.000 nats")).isTrue();
        robot.clickOn("#sight-map");
        robot.interact(() -> model.pointedProperty().set(Optional.of(new GridVertex(9, 5))));
        assertThat(String.valueOf(card(0).map().chart().queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .contains("none, a hole");
        robot.interact(() -> view.exports().save(LandscapeExports.Kind.MAP_SVG));
        assertThat(Files.readString(folder.resolve("landscape-map.svg")))
                .contains("22 of 121 vertices have no finite value");
    }

    @Test
    void onlyHolesAreNoSurfaceAndNoFault(FxRobot robot) throws IOException {
        FakeLandscapes.keep(LandscapePages.SPEC, one, (a, b) -> Double.NaN);
        open(robot);
        assertThat(says(robot, card(0), "121 vertices without a finite number")).isTrue();
        robot.clickOn("#sight-map");
        robot.clickOn("#height-margin");
        robot.interact(() -> view.exports().save(LandscapeExports.Kind.PNG_1));
        assertThat(folder.resolve("landscape-map.png")).exists();
    }

    @Test
    void aRunWithoutACheckpointSaysSoAndTheOtherIsDrawn(FxRobot robot) throws IOException {
        kept(one);
        open(robot);
        assertThat(says(robot, card(1), "No landscape yet")).isTrue();
        robot.interact(() -> {
            model.compute();
            work(two)
                    .completeExceptionally(new Problem.Usage(
                                    "there is no best checkpoint yet",
                                    two.path().toString(),
                                    "let it train")
                            .asException());
            work(one)
                    .complete(FakeLandscapes.of(
                            LandscapePages.SPEC, one, FakeLandscapes.SHAPE, LandscapeTroubleTest::bowl));
        });
        assertThat(card(0).surface().isVisible()).isTrue();
        assertThat(says(robot, card(1), "There is no best checkpoint yet.")).isTrue();
        assertThat(says(robot, card(1), two.path().toString())).isTrue();
        assertThat(says(robot, card(1), "Let it train.")).isTrue();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aDamagedReportIsListedAndDamagedValuesAreToldWhereTheyWouldStand(FxRobot robot) throws IOException {
        kept(one);
        kept(two);
        Path values = values(two);
        byte[] bytes = Files.readAllBytes(values);
        Files.write(values, Arrays.copyOf(bytes, bytes.length - 40));
        Path broken = Files.createDirectories(one.landscapes().resolve("broken"));
        Files.writeString(broken.resolve("landscape.json"), "{\"schema\": 1");
        open(robot);
        assertThat(card(0).surface().isVisible()).isTrue();
        assertThat(card(1).surface().isVisible()).isFalse();
        assertThat(robot.from(card(1))
                        .lookup((Node node) -> node instanceof Label label
                                && TestWindow.shown(label)
                                && label.getText().contains("values.f32"))
                        .queryAll())
                .isNotEmpty();
        assertThat(says(robot, robot.lookup("#stored-landscapes").query(), "Damaged: is damaged"))
                .isTrue();
    }

    @Test
    void anImageThatIsNotThereIsToldAtItsField(FxRobot robot) throws IOException {
        kept(one);
        open(robot);
        TextInputControl image = robot.lookup("#landscape-image .text-field").queryAs(TextInputControl.class);
        Node picker = robot.lookup("#landscape-picker").query();
        for (String wrong : new String[] {"40", "-1", "1.5", "horse"}) {
            robot.interact(() -> image.setText(wrong));
            assertThat(robot.lookup("#landscape-compute").query().isDisabled())
                    .as("\"%s\" is no image", wrong)
                    .isTrue();
        }
        robot.interact(() -> image.setText("40"));
        assertThat(says(robot, picker, "from 0 to 39, found 40")).isTrue();
        assertThat(card(0).surface().isVisible()).isTrue();

        noImage = Optional.of(new Problem.Data("the test images are gone", "data/test.bin", "download them again"));
        robot.interact(() -> image.setText("7"));
        assertThat(says(robot, picker, "the test images are gone")).isTrue();
    }
}
