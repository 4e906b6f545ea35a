package org.smoothbench.app.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.fake.NoFeed;
import org.smoothbench.app.fake.SmallDisk;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.app.fake.TestWindow;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.notices.FolderToast;
import org.smoothbench.app.notices.Toast;
import org.smoothbench.app.notices.ToastsViewModel;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.Range;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
final class ChartsViewTest {

    @TempDir
    Path folder;

    private final ToastsViewModel toasts = new ToastsViewModel();
    private final List<Path> opened = new ArrayList<>();
    private final ObservableList<String> compared = FXCollections.observableArrayList();
    private Path target;
    private ChartsViewModel model;
    private ChartsView view;

    @Start
    void start(Stage stage) throws IOException {
        FakeRuns fake = new FakeRuns(folder.resolve("runs"));
        fake.running("2-b", "beta");
        fake.running("1-a", "alpha");
        RunListViewModel list = new RunListViewModel(Optional.empty());
        model = new ChartsViewModel(list, compared, row -> row.id().charAt(0) - '1', new NoFeed());
        ChartFiles files = new ChartFiles(
                (name, extension) -> Optional.of(target).map(place -> place.resolve(name)),
                toasts,
                new FolderToast(opened::add, toasts, Runnable::run, Runnable::run),
                Runnable::run,
                Runnable::run);
        view = new ChartsView(model, files);
        TestStage.show(stage, view, 980, 760);
        compared.setAll("1-a", "2-b");
        LibrarySnapshot snapshot = new LibraryFollower(
                        new RunLibrary(folder.resolve("runs"), Clock.systemUTC()), new RunReader())
                .poll(Optional.empty(), Set.of("1-a", "2-b"));
        list.show(snapshot.runs());
        model.show(snapshot.details());
        target = folder;
    }

    private static LineChart chart(FxRobot robot, String id) {
        return robot.lookup("#chart-" + id).queryAs(LineChart.class);
    }

    @Test
    void aClickInTheLegendHidesARunEverywhereAndPointingHighlightsIt(FxRobot robot) {
        robot.moveTo("beta");
        assertThat(chart(robot, "loss").getHighlighted()).hasSize(1);
        assertThat(chart(robot, "accuracy").getHighlighted()).hasSize(2);
        robot.clickOn("beta");
        assertThat(chart(robot, "accuracy").getSeries().get(2).isVisible()).isFalse();
        assertThat(chart(robot, "accuracy").getSeries().get(0).isVisible()).isTrue();
        robot.moveTo("#smoothing-number");
        assertThat(chart(robot, "loss").getHighlighted()).isEmpty();
    }

    @Test
    void smoothingIsForAllChartsOfMeasurements(FxRobot robot) {
        robot.interact(() -> model.smoothingProperty().set(0.6));
        assertThat(chart(robot, "loss").smoothingProperty().get()).isEqualTo(0.6);
        assertThat(chart(robot, "accuracy").smoothingProperty().get()).isEqualTo(0.6);
        assertThat(ChartCatalog.specs().stream().filter(spec -> !spec.scatters()))
                .as("a schedule is drawn as it was set")
                .extracting(ChartSpec::id)
                .containsExactly("learning-rate");
    }

    @Test
    void anEnlargedChartFillsThePageUntilEscape(FxRobot robot) throws TimeoutException {
        robot.clickOn("#enlarge-loss");
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup("#card-loss").query().getBoundsInParent().getWidth() > 900);
        assertThat(robot.lookup("#card-accuracy").tryQuery().filter(TestWindow::shown))
                .isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(model.enlargedProperty().get()).isEmpty();
        assertThat(robot.lookup("#card-accuracy").tryQuery().filter(TestWindow::shown))
                .isPresent();
    }

    /** The further down, or to the right, the more. */
    private static double place(FxRobot robot, String card) {
        Node node = robot.lookup(card).query();
        return 10_000 * node.getLayoutY() + node.getLayoutX();
    }

    @Test
    void cardsFillWhatIsSeen(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            double lowest = robot.lookup(".chart-card").queryAll().stream()
                    .mapToDouble(
                            card -> card.localToScene(card.getBoundsInLocal()).getMaxY())
                    .max()
                    .orElse(0);
            return lowest > 740 && lowest <= 760;
        });
    }

    @Test
    void chartsZoomTogetherAndAPinnedOneComesFirst(FxRobot robot) {
        robot.interact(() -> chart(robot, "loss").zoomProperty().set(new Range(0.5, 1.5)));
        assertThat(chart(robot, "accuracy").zoomProperty().get()).isEqualTo(new Range(0.5, 1.5));
        robot.clickOn("#charts-show-all");
        assertThat(chart(robot, "loss").zoomProperty().get()).isNull();

        robot.clickOn("#pin-loss");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(place(robot, "#card-loss")).isLessThan(place(robot, "#card-accuracy"));
    }

    @Test
    void whatIsSeenIsSavedInEachFormat(FxRobot robot) throws Exception {
        for (String item : List.of("PNG", "SVG", "PDF", "CSV")) {
            save(robot, item);
        }
        try (InputStream png = Files.newInputStream(folder.resolve("accuracy.png"))) {
            assertThat(ImageIO.read(png).getWidth())
                    .isEqualTo((int) Math.round(2 * chart(robot, "accuracy").getWidth()));
        }
        String svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("accuracy.svg").toFile())
                .getDocumentElement()
                .getTextContent();
        assertThat(svg).contains("PGD-10, eps 8/255", "alpha · clean", "beta · robust", "epoch");
        assertThat(Files.readAllBytes(folder.resolve("accuracy.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(Files.readAllLines(folder.resolve("accuracy.csv")))
                .hasSize(9)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("\"Accuracy on test images (PGD-10, eps 8/255")
                        .endsWith(",beta · robust,epoch,accuracy [%],2.0,25.1,,"));
        Toast last = toasts.shown().getLast();
        assertThat(last.title()).isEqualTo("Saved accuracy.csv");
        assertThat(last.kind()).isEqualTo(Toast.Kind.SUCCESS);
        last.action().orElseThrow().run().run();
        assertThat(opened).containsExactly(folder);
    }

    private void save(FxRobot robot, String item) {
        robot.interact(() -> robot.lookup("#menu-accuracy").queryAs(MenuButton.class).getItems().stream()
                .filter(one -> one.getText() != null && one.getText().contains(item))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void aDiskThatFillsUpIsToldAndLeavesTheOldFile(FxRobot robot) throws IOException {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("full"), 64)) {
            target = disk.folder();
            save(robot, "CSV");
            byte[] before = Files.readAllBytes(target.resolve("accuracy.csv"));
            disk.fill();
            for (String item : List.of("CSV", "PNG", "SVG", "PDF")) {
                save(robot, item);
                assertThat(toasts.shown().getLast().title())
                        .as(item)
                        .isEqualTo("The chart could not be saved: the disk is full");
            }
            assertThat(Files.readAllBytes(target.resolve("accuracy.csv"))).isEqualTo(before);
            assertThat(disk.files()).containsExactlyInAnyOrder("accuracy.csv", SmallDisk.FILLER);
        }
    }

    @Test
    void aDiskThatCannotBeWrittenIsToldToo(FxRobot robot) throws IOException {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("read-only"), 64)) {
            target = disk.folder();
            disk.forbidWriting();
            save(robot, "SVG");
            assertThat(toasts.shown().getLast().title())
                    .isEqualTo("The chart could not be saved: the disk is read-only");
        }
    }

    @Test
    void aTargetThatCannotBeWrittenIsToldAndNothingIsLeft(FxRobot robot) throws IOException {
        // A file in place of the folder; permissions would not stop a test that runs as root.
        target = Files.writeString(folder.resolve("no-folder"), "");
        save(robot, "PNG");
        Toast failure = toasts.shown().getLast();
        assertThat(failure.kind()).isEqualTo(Toast.Kind.FAILURE);
        assertThat(failure.title()).startsWith("The chart could not be saved");
        assertThat(failure.detail()).contains("accuracy.png", "Choose another folder");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("runs", "no-folder");
        }
    }
}
