package org.smoothbench.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.smoothbench.app.debug.DebugMode;
import org.smoothbench.app.editor.ExperimentEditor;
import org.smoothbench.app.look.ThemeSwitch;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.runs.StartRuns;
import org.smoothbench.app.settings.Settings;
import org.smoothbench.app.settings.SettingsFile;
import org.smoothbench.app.shell.FolderCommands;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.run.RunLibrary;

/**
 * The window on one runs folder, from its beginning to its end, and what it remembers. With {@link WindowModels} and {@link
 * WindowPages} it is the composition root: the one place where the window's parts are made and joined. FX thread only.
 *
 * <p>Threads: the FX thread has all nodes and view models; daemon threads read run files, queue and machine; virtual threads
 * start and stop runs.
 */
public final class Workbench implements AutoCloseable {

    private final Stage stage;
    private final RunLibrary library;
    private final SettingsFile settingsFile;
    private final Settings settings;
    private final ThemeSwitch theme;
    private final WindowModels models;
    private final WindowPages pages;
    private final Optional<DebugMode> debug = DebugMode.ifWanted();

    /**
     * Joins the parts in a stage, which {@link #show} shows.
     *
     * @param openFolder shows another runs folder in place of this workbench
     */
    public Workbench(
            Stage stage,
            RunLibrary library,
            SampleExperiments samples,
            StartRuns starts,
            RunQueue queue,
            SettingsFile settingsFile,
            Consumer<Path> openFolder) {
        this.stage = stage;
        this.library = library;
        this.settingsFile = settingsFile;
        settings = settingsFile.load();
        theme = new ThemeSwitch(settings.theme());
        models = new WindowModels(
                library,
                starts,
                queue,
                settings.selectedRun(),
                () -> stage.isShowing() && !stage.isIconified(),
                this::runsAreSeen);
        pages = new WindowPages(
                models,
                stage,
                new WindowPages.Surroundings(
                        samples,
                        starts,
                        settingsFile.path().resolveSibling("draft.json"),
                        new FolderCommands(library.root(), settings.recentFolders(), openFolder, stage),
                        theme.choiceProperty()));
        pages.restore(settings.pages());
        pages.turnTo(settings.page());
        pages.view().helpShownProperty().set(settings.help());
    }

    /** Shows the window and begins to follow the runs. */
    public void show() {
        Scene scene = new Scene(pages.view(), settings.width(), settings.height());
        scene.getStylesheets()
                .add(Objects.requireNonNull(ThemeSwitch.class.getResource("app.css"))
                        .toExternalForm());
        stage.setTitle("Smoothbench");
        stage.setMinWidth(Settings.LEAST_WIDTH);
        stage.setMinHeight(Settings.LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(settings.maximized());
        stage.setOnHiding(_ -> hideOthers());
        // What is read meanwhile waits for the window.
        models.start();
        stage.show();
        // Kept at once, so that a window that is killed finds its look again.
        theme.choiceProperty().subscribe((_, _) -> saveInBackground());
        pages.view().shownPageProperty().subscribe((_, _) -> saveInBackground());
    }

    /** Where notices are shown. */
    public NoticeViewModel notices() {
        return models.notices;
    }

    /** Saves the settings and ends the threads; runs go on. */
    @Override
    public void close() {
        Settings last = currentSettings();
        pages.close();
        debug.ifPresent(DebugMode::close);
        models.close();
        settingsFile.save(last);
    }

    private void runsAreSeen() {
        models.background.execute(ExperimentEditor::warmUp);
        debug.ifPresent(mode -> mode.usable(pages.view().getScene()));
    }

    private void saveInBackground() {
        Settings now = currentSettings();
        models.background.execute(() -> settingsFile.save(now));
    }

    private Settings currentSettings() {
        boolean maximized = stage.isMaximized();
        return new Settings(
                theme.choiceProperty().get(),
                maximized ? settings.width() : pages.view().getScene().getWidth(),
                maximized ? settings.height() : pages.view().getScene().getHeight(),
                maximized,
                models.list.selected().map(RunRowViewModel::id),
                pages.view().shownPageProperty().get().id(),
                pages.view().helpShownProperty().get(),
                pages.states(),
                settings.recentFoldersWith(library.root()));
    }

    /** JavaFX on GTK crashes when it exits while a pop-up is open. */
    private void hideOthers() {
        List<Window> open = List.copyOf(Window.getWindows());
        open.reversed().stream().filter(window -> !window.equals(stage)).forEach(Window::hide);
    }
}
