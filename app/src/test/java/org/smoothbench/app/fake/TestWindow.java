package org.smoothbench.app.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.Workbench;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.StartRuns;
import org.smoothbench.app.settings.SettingsFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a folder of its own, small enough for a screen without a display. */
public final class TestWindow {

    private static final int SECONDS = 30;

    private final Path folder;
    private final List<Path> openedFolders = new ArrayList<>();
    private @Nullable Workbench workbench;
    private @Nullable Stage stage;

    /** A window whose runs lie in {@code runs} and whose settings in {@code settings.json} of a folder. */
    public TestWindow(Path folder) throws IOException {
        this.folder = folder;
        if (Files.notExists(settings())) {
            Files.writeString(settings(), "{\"width\": 980, \"height\": 720}");
        }
    }

    public Path runs() {
        return folder.resolve("runs");
    }

    public RunLibrary library() {
        return new RunLibrary(runs(), Clock.systemUTC());
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }

    /** The folders that were to be shown in place of this one. */
    public List<Path> openedFolders() {
        return openedFolders;
    }

    /** Starts runs by making their directories and giving them to a trainer. */
    public StartRuns with(FakeTrainer trainer) {
        return (experiments, _) -> {
            List<RunDirectory> made =
                    experiments.stream().map(library()::create).toList();
            trainer.start(made);
            return made;
        };
    }

    public void open(StartRuns starts) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(primary -> {
            TestStage.reset(primary);
            stage = primary;
            workbench = new Workbench(
                    primary,
                    library(),
                    SampleExperiments.installed(),
                    starts,
                    FakeQueue.in(library().root()),
                    new SettingsFile(settings()),
                    openedFolders::add);
            workbench.show();
        });
    }

    /** What the open window says to its user. */
    public NoticeViewModel notices() {
        return Objects.requireNonNull(workbench, "no window is open").notices();
    }

    public void close() throws Exception {
        Stage open = stage;
        Workbench closing = workbench;
        if (open != null && closing != null) {
            WaitForAsyncUtils.asyncFx(() -> {
                        open.hide();
                        closing.close();
                    })
                    .get(SECONDS, TimeUnit.SECONDS);
            stage = null;
            workbench = null;
        }
        FxToolkit.cleanupStages();
    }

    /** Waits for something; asked on the FX thread, since nodes must not be looked for while others are added. */
    public static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, condition::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Whether a label or button that can be seen holds a text. */
    public static boolean says(FxRobot robot, String text) {
        return says(robot.lookup(labeled(text)));
    }

    /** Whether a label or button that can be seen, somewhere in a node, holds a text. */
    public static boolean says(FxRobot robot, Node in, String text) {
        return says(robot.from(in).lookup(labeled(text)));
    }

    private static Predicate<Node> labeled(String text) {
        return node -> node instanceof Labeled label
                && label.getText() != null
                && label.getText().contains(text);
    }

    private static boolean says(NodeQuery labels) {
        return labels.queryAll().stream().anyMatch(TestWindow::shown);
    }

    /** Whether a node and all it lies in are visible. */
    public static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
