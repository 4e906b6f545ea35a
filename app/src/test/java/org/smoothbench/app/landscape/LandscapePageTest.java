package org.smoothbench.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.smoothbench.app.fake.TestWindow.says;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.app.notices.Toast;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.viz.field.FieldView;
import org.smoothbench.viz.field.SectionLine;
import org.smoothbench.viz.image.PictureView;
import org.smoothbench.viz.surface.CameraPreset;
import org.smoothbench.viz.surface.GridVertex;
import org.smoothbench.viz.surface.RendererChoice;
import org.smoothbench.viz.surface.SurfaceView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class LandscapePageTest implements LandscapeMaker, TestImages {

    @TempDir
    Path folder;

    private final ObservableList<String> compared = FXCollections.observableArrayList();
    private CompletableFuture<Landscape> work = new CompletableFuture<>();
    private LandscapePages pages;
    private LandscapeViewModel model;
    private LandscapeView view;

    @Start
    void start(javafx.stage.Stage stage) throws IOException {
        pages = LandscapePages.ofTwo(folder);
        compared.setAll("1-a", "2-b");
        model = pages.model(compared, this, this);
        view = pages.view(model);
        TestStage.show(stage, view, 980, 900);
    }

    @Override
    public CompletableFuture<Landscape> begin(Order order, Consumer<Stage> heard) {
        heard.accept(new Stage(0.5, "50 %", Optional.empty()));
        work = new CompletableFuture<>();
        return work;
    }

    @Override
    public CompletableFuture<Looked> look(Wanted wanted) {
        return CompletableFuture.completedFuture(LandscapePages.LOOKED);
    }

    private static SurfaceView surface(FxRobot robot, String run) {
        return robot.lookup("#surface-" + run).queryAs(SurfaceView.class);
    }

    private SurfaceCard card(int index) {
        return view.cards().get(index);
    }

    @Test
    void camerasAreLinkedUntilTheyAreUnlinked(FxRobot robot) {
        SurfaceView one = surface(robot, "1-a");
        SurfaceView two = surface(robot, "2-b");
        robot.interact(() -> one.cameraProperty().get().jumpTo(CameraPreset.TOP.pose()));
        assertThat(two.cameraProperty().get().pose()).isEqualTo(CameraPreset.TOP.pose());
        robot.interact(() -> model.look().linkedCamerasProperty().set(false));
        robot.interact(() -> one.cameraProperty().get().jumpTo(CameraPreset.FRONT.pose()));
        assertThat(two.cameraProperty().get().pose()).isEqualTo(CameraPreset.TOP.pose());
    }

    @Test
    void theVertexUnderThePointerIsReadInAllPicturesWithItsImage(FxRobot robot) {
        robot.interact(() -> surface(robot, "1-a").pointedVertexProperty().set(Optional.of(new GridVertex(10, 5))));
        for (SurfaceCard card : view.cards()) {
            assertThat(says(robot, card, "a = 2.00, b = 0.00 eps")).isTrue();
            assertThat(says(robot, card, "predicted frog, which is wrong")).isTrue();
            List<PictureView> images = robot
                    .from(card)
                    .lookup((Node node) -> node instanceof PictureView)
                    .queryAllAs(PictureView.class)
                    .stream()
                    .toList();
            // x is 0.5 grey, and 2 budgets of 0.1 lighter here.
            assertThat(images.get(0).rasterProperty().get().argb(0, 0)).isEqualTo(0xff808080);
            assertThat(images.get(1).rasterProperty().get().argb(0, 0)).isEqualTo(0xffb3b3b3);
        }
        assertThat(says(robot, card(0), "loss 2.000 nats")).isTrue();
        assertThat(says(robot, card(1), "loss 4.000 nats")).isTrue();
    }

    @Test
    void classesColourSurfacesAndMaps(FxRobot robot) {
        robot.clickOn("#texture-classes");
        assertThat(surface(robot, "1-a").modelProperty().get().view()).isEqualTo(FieldView.CLASSES);
        robot.clickOn("#sight-map");
        for (SurfaceCard card : view.cards()) {
            assertThat(card.map(model.picture(card.slot()).orElseThrow())
                            .chart()
                            .viewProperty()
                            .get())
                    .isEqualTo(FieldView.CLASSES);
            assertThat(card.surface().isVisible()).isFalse();
        }
    }

    @Test
    void theSectionFollowsAnyPicture(FxRobot robot) {
        assertThat(view.section().chart().lineProperty().get()).isEqualTo(new SectionLine(-2, 0, 2, 0));
        robot.clickOn("#along-b");
        assertThat(surface(robot, "2-b").sectionProperty().get()).isEqualTo(new SectionLine(0, -2, 0, 2));
        robot.interact(() -> surface(robot, "1-a").sectionProperty().set(new SectionLine(-1, -1, 1, 1)));
        assertThat(view.section().chart().lineProperty().get()).isEqualTo(new SectionLine(-1, -1, 1, 1));
        robot.clickOn("#to-adversarial");
        assertThat(surface(robot, "2-b").sectionProperty().get()).isEqualTo(new SectionLine(0, 0, 1, 0));
    }

    @Test
    void theFirstSurfaceTurnsIntoTheSecond(FxRobot robot) {
        robot.interact(() -> robot.lookup("#morph-slider").queryAs(Slider.class).setValue(0.5));
        assertThat(surface(robot, "1-a").morphProperty().get()).isEqualTo(0.5);
        assertThat(surface(robot, "1-a").morphTargetProperty().get().value(10, 5))
                .isCloseTo(4, within(1e-6f));
        assertThat(surface(robot, "2-b").morphProperty().get()).isZero();
    }

    @Test
    void exportsCanBeReadBackAndCarryTheCaption(FxRobot robot) throws Exception {
        robot.interact(() -> {
            for (LandscapeExports.Kind kind : LandscapeExports.Kind.values()) {
                // Orbits are held to their form where they are made; here they would only take long.
                if (kind != LandscapeExports.Kind.GIF && kind != LandscapeExports.Kind.FRAMES) {
                    view.exports().save(kind);
                }
            }
        });
        double width = view.cards().stream()
                .mapToDouble(card -> Math.max(640, card.surface().getWidth()))
                .sum();
        try (InputStream png = Files.newInputStream(folder.resolve("landscape.png"))) {
            assertThat(ImageIO.read(png).getWidth()).isEqualTo((int) Math.ceil(4 * width));
        }
        for (String name : List.of("landscape-map.svg", "landscape-section.svg")) {
            String svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve(name).toFile())
                    .getDocumentElement()
                    .getTextContent();
            assertThat(svg.replaceAll("\\s+", " ")).contains("PGD-10", "ResNet-18");
        }
        assertThat(Files.readAllBytes(folder.resolve("landscape-map.pdf"))).startsWith('%', 'P', 'D', 'F');
        // All vertices of both models, and the names of the columns.
        assertThat(Files.readAllLines(folder.resolve("landscape-map.csv"))).hasSize(1 + 2 * 121);
        assertThat(Files.readString(folder.resolve("landscape-1-a-loss.obj"))
                        .lines()
                        .filter(line -> line.startsWith("v ")))
                .hasSize(121);
        assertThat(new String(
                        Files.readAllBytes(folder.resolve("landscape-1-a-loss.ply")), StandardCharsets.ISO_8859_1))
                .startsWith("ply")
                .contains("element vertex 121");
        assertThat(new String(
                        Files.readAllBytes(folder.resolve("landscape-1-a-loss.npy")), StandardCharsets.ISO_8859_1))
                .contains("NUMPY", "(11, 11)");
        assertThat(pages.toasts().shown())
                .extracting(Toast::title)
                .last()
                .asString()
                .startsWith("Saved ");
    }

    @Test
    void whatCannotBeHadIsSaidInWordsAndWhatIsComputedCanBeCancelled(FxRobot robot) {
        robot.clickOn("#landscape-compute");
        assertThat(says(robot, card(0), "50 %")).isTrue();
        robot.interact(() -> work.completeExceptionally(
                new Problem.Usage("there is no best checkpoint yet", "somewhere", "let it train to its first one")
                        .asException()));
        assertThat(says(robot, card(1), "There is no best checkpoint yet.")).isTrue();
        robot.clickOn("#landscape-compute");
        assertThat(model.busyProperty().get()).isFalse();
        // What could be seen before still is.
        assertThat(card(0).surface().isVisible()).isTrue();
    }

    @Test
    void settingsThatChangedAndImagesOutOfRangeAreTold(FxRobot robot) {
        model.settings().liveProperty().set(false);
        assertThat(TestWindow.shown(robot.lookup("#landscape-stale").query())).isFalse();
        TextInputControl image = robot.lookup("#landscape-image .text-field").queryAs(TextInputControl.class);
        robot.interact(() -> image.setText("7"));
        assertThat(TestWindow.shown(robot.lookup("#landscape-stale").query())).isTrue();
        robot.interact(() -> image.setText("40"));
        assertThat(says(robot, robot.lookup("#landscape-picker").query(), "from 0 to 39, found 40"))
                .isTrue();
        assertThat(robot.lookup("#landscape-compute").query().isDisabled()).isTrue();
    }

    @Test
    void aRestartFindsThePageAgain(FxRobot robot) {
        robot.interact(() -> {
            model.look().sightProperty().set(Sight.MAP);
            model.look().classesProperty().set(true);
            model.look().rendererProperty().set(RendererChoice.SOFTWARE);
            view.camera().jumpTo(CameraPreset.TOP.pose());
        });
        JsonObject state = view.state();
        robot.interact(() -> {
            LandscapeViewModel again = pages.model(compared, this, this);
            LandscapeView other = pages.view(again);
            other.restore(state);
            assertThat(again.look().sightProperty().get()).isEqualTo(Sight.MAP);
            assertThat(again.look().classesProperty().get()).isTrue();
            assertThat(again.look().rendererProperty().get()).isEqualTo(RendererChoice.SOFTWARE);
            assertThat(other.camera().pose()).isEqualTo(CameraPreset.TOP.pose());
            assertThat(again.settings().spec()).contains(LandscapePages.SPEC);
            assertThat(again.picturesProperty().get()).hasSize(2);
            // Whatever is not understood is passed over.
            other.restore(new JsonObject());
        });
    }
}
