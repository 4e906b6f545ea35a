package org.smoothbench.app;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.smoothbench.app.activations.ActivationsViewModel;
import org.smoothbench.app.follow.FollowThread;
import org.smoothbench.app.follow.LatestValue;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.look.ThemeSwitch;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.runs.StartRuns;
import org.smoothbench.app.settings.Settings;
import org.smoothbench.app.settings.SettingsFile;
import org.smoothbench.app.shell.SamplesViewModel;
import org.smoothbench.app.shell.ShellView;
import org.smoothbench.app.shell.StatusBarViewModel;
import org.smoothbench.app.training.RunPageViewModel;
import org.smoothbench.app.welcome.WelcomeViewModel;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;

/**
 * The composition root: the one place where the window's parts are made and joined. FX thread only.
 *
 * <p>Threads: the FX thread has all nodes and view models; one daemon thread reads run files; virtual threads start and
 * stop runs.
 */
public final class Workbench implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Stage stage;
    private final SettingsFile settingsFile;
    private final ThemeSwitch theme;
    private final RunListViewModel list;
    private final RunPageViewModel page;
    private final NoticeViewModel notices = new NoticeViewModel();
    private final StatusBarViewModel status;
    private final FollowThread follower;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ShellView view;
    private Settings settings;

    /** Joins the parts in a stage, which {@link #show} shows. */
    public Workbench(
            Stage stage, RunLibrary library, SampleExperiments samples, StartRuns starts, SettingsFile settingsFile) {
        this.stage = stage;
        this.settingsFile = settingsFile;
        settings = settingsFile.load();
        Executor fxThread = Platform::runLater;
        theme = new ThemeSwitch(settings.theme());
        list = new RunListViewModel(settings.selectedRun());
        page = new RunPageViewModel(list);
        status = new StatusBarViewModel(library.root(), list, Workbench::heapInUse);
        follower = new FollowThread(
                new LibraryFollower(library, new RunReader()), INTERVAL, new LatestValue<>(fxThread, this::show));
        // The first snapshot shall bring the curves with it.
        follower.select(settings.selectedRun());
        list.selectedProperty().subscribe(row -> {
            if (row != null) {
                follower.select(Optional.of(row.id()));
            }
        });
        RunCommands commands = new RunCommands(list, notices, starts, follower, background, fxThread);
        view = new ShellView(
                new ShellView.Models(
                        list,
                        commands,
                        notices,
                        page,
                        new WelcomeViewModel(samples, commands, background, fxThread),
                        new SamplesViewModel(samples, background, fxThread),
                        status,
                        new ActivationsViewModel(),
                        theme.choiceProperty()),
                settings.listWidth(),
                stage::hide);
    }

    /** Shows the window and begins to follow the runs. */
    public void show() {
        Scene scene = new Scene(view, settings.width(), settings.height());
        scene.getStylesheets()
                .add(Objects.requireNonNull(ThemeSwitch.class.getResource("app.css"))
                        .toExternalForm());
        stage.setTitle("Smoothbench");
        stage.setMinWidth(Settings.LEAST_WIDTH);
        stage.setMinHeight(Settings.LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(settings.maximized());
        stage.setOnHiding(_ -> hideOthers());
        stage.show();
        follower.start();
        // Kept at once, so that a window that is killed finds its look again.
        theme.choiceProperty().subscribe((_, _) -> {
            Settings now = currentSettings();
            background.execute(() -> settingsFile.save(now));
        });
    }

    /** Where notices are shown. */
    public NoticeViewModel notices() {
        return notices;
    }

    /** Saves the settings and ends the threads; runs go on. */
    @Override
    public void close() {
        Settings last = currentSettings();
        follower.close();
        background.shutdown();
        try {
            // A run that is being started gets the time to be whole.
            if (!background.awaitTermination(5, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        settingsFile.save(last);
    }

    private void show(LibrarySnapshot snapshot) {
        // Rather the last known runs than an empty list because of a folder that cannot be read for a moment.
        if (snapshot.trouble().isEmpty()) {
            list.show(snapshot.runs());
        }
        list.selected().flatMap(row -> snapshot.detail(row.id())).ifPresent(page::show);
        status.show(snapshot);
    }

    private Settings currentSettings() {
        boolean maximized = stage.isMaximized();
        return new Settings(
                theme.choiceProperty().get(),
                maximized ? settings.width() : stage.getScene().getWidth(),
                maximized ? settings.height() : stage.getScene().getHeight(),
                maximized,
                view.listWidth(),
                list.selected().map(RunRowViewModel::id));
    }

    /** JavaFX on GTK crashes when it exits while a pop-up is open. */
    private void hideOthers() {
        List<Window> open = List.copyOf(Window.getWindows());
        open.reversed().stream().filter(window -> !window.equals(stage)).forEach(Window::hide);
    }

    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
