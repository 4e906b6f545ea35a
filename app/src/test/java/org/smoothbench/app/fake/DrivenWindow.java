package org.smoothbench.app.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.Workbench;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.settings.SettingsFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.RunLibrary;

/** The real window on a folder of runs, used by a program on a thread of its own instead of a person. */
public final class DrivenWindow {

    private final Stage stage;
    private @Nullable Workbench workbench;

    /** A window yet to be opened, in a stage of the FX thread. */
    public DrivenWindow(Stage stage) {
        this.stage = stage;
    }

    /** Opens the window, in place of one that is open, and waits until the runs have been read. */
    public void open(Path runs, List<String> compared, int width, int height, String theme)
            throws IOException, InterruptedException {
        Path settings = Files.createTempDirectory("window").resolve("settings.json");
        Files.writeString(
                settings,
                String.format(
                        Locale.ROOT,
                        "{\"width\": %d, \"height\": %d, \"theme\": \"%s\", \"page\": \"runs\","
                                + " \"pages\": {\"runs\": {\"list\": {\"compared\": [%s]}}}}",
                        width,
                        height,
                        theme,
                        compared.stream().map(id -> '"' + id + '"').collect(Collectors.joining(", "))));
        on(() -> {
            close();
            Workbench opened = new Workbench(
                    stage,
                    new RunLibrary(runs, Clock.systemUTC()),
                    SampleExperiments.installed(),
                    (_, _) -> List.of(),
                    FakeQueue.in(runs),
                    new SettingsFile(settings),
                    _ -> {});
            workbench = opened;
            opened.show();
            return true;
        });
        Thread.sleep(Duration.ofSeconds(3));
    }

    /** Closes the window. FX thread. */
    public void close() {
        Workbench open = workbench;
        if (open != null) {
            open.close();
            workbench = null;
        }
    }

    /** What is seen. */
    public Scene scene() {
        return stage.getScene();
    }

    /**
     * Does one thing, and says on standard output if it cannot be done.
     *
     * @param step the button of an id such as {@code #page-runs}, a key in the palette such as {@code !ESCAPE}, the run of a
     *     name such as {@code @silu-running} in the list, or else the first command that is found by these words
     */
    public void go(String step) throws InterruptedException {
        String trouble = on(() -> step(step));
        if (!trouble.isEmpty()) {
            System.out.println("! " + trouble);
        }
    }

    private String step(String step) {
        if (step.startsWith("#")) {
            Node node = scene().lookup(step);
            if (node instanceof ButtonBase button) {
                button.fire();
                return "";
            }
            return step + " is not there";
        }
        if (step.startsWith("@")) {
            return select(step.substring(1));
        }
        Node palette = Objects.requireNonNull(scene().lookup("#palette"));
        if (step.startsWith("!")) {
            type(palette, KeyCode.valueOf(step.substring(1)));
            return "";
        }
        step("#open-palette");
        ((TextField) Objects.requireNonNull(scene().lookup("#palette-search"))).setText(step);
        type(palette, KeyCode.ENTER);
        if (palette.isVisible()) {
            type(palette, KeyCode.ESCAPE);
            return "no command that can be used: " + step;
        }
        return "";
    }

    private String select(String name) {
        if (scene().lookup("#run-list") instanceof ListView<?> list) {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof RunRowViewModel row
                        && row.row().name().equals(name)) {
                    list.getSelectionModel().clearAndSelect(i);
                    return "";
                }
            }
        }
        return "no run is called " + name;
    }

    private static void type(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /** Does something on the FX thread and waits for it. */
    public static <T> T on(Callable<T> action) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
