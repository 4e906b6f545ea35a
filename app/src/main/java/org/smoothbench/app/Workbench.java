package org.smoothbench.app;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.smoothbench.app.activations.ActivationsView;
import org.smoothbench.app.activations.ActivationsViewModel;
import org.smoothbench.app.charts.ChartCommands;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.app.charts.ChartsView;
import org.smoothbench.app.charts.ChartsViewModel;
import org.smoothbench.app.charts.FileTargets;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.compare.CompareView;
import org.smoothbench.app.compare.CompareViewModel;
import org.smoothbench.app.debug.DebugMode;
import org.smoothbench.app.editor.ExperimentEditor;
import org.smoothbench.app.follow.FollowThread;
import org.smoothbench.app.follow.LatestValue;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.look.ThemeSwitch;
import org.smoothbench.app.meters.MeterThread;
import org.smoothbench.app.meters.MetersView;
import org.smoothbench.app.meters.MetersViewModel;
import org.smoothbench.app.notices.RunOutcomes;
import org.smoothbench.app.notices.ToastsView;
import org.smoothbench.app.notices.ToastsViewModel;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.WorkbenchPage;
import org.smoothbench.app.programlog.LogBadge;
import org.smoothbench.app.programlog.LogPanel;
import org.smoothbench.app.programlog.ProgramLog;
import org.smoothbench.app.programlog.ProgramLogViewModel;
import org.smoothbench.app.queue.QueueCommands;
import org.smoothbench.app.queue.QueueFollower;
import org.smoothbench.app.queue.QueueMenu;
import org.smoothbench.app.queue.QueueView;
import org.smoothbench.app.queue.QueueViewModel;
import org.smoothbench.app.runs.ComparedRuns;
import org.smoothbench.app.runs.InOrder;
import org.smoothbench.app.runs.MetaEditorViewModel;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunActions;
import org.smoothbench.app.runs.RunColours;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.app.runs.RunEdits;
import org.smoothbench.app.runs.RunListCommands;
import org.smoothbench.app.runs.RunListView;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.runs.RunUndo;
import org.smoothbench.app.runs.StartRuns;
import org.smoothbench.app.runs.TrashViewModel;
import org.smoothbench.app.settings.Settings;
import org.smoothbench.app.settings.SettingsFile;
import org.smoothbench.app.shell.FolderCommands;
import org.smoothbench.app.shell.RunsPage;
import org.smoothbench.app.shell.SamplesViewModel;
import org.smoothbench.app.shell.ShellView;
import org.smoothbench.app.shell.SpecificationChooser;
import org.smoothbench.app.shell.StatusBarViewModel;
import org.smoothbench.app.training.RunPageView;
import org.smoothbench.app.training.RunPageViewModel;
import org.smoothbench.app.welcome.WelcomeView;
import org.smoothbench.app.welcome.WelcomeViewModel;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.CostProcess;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunTrash;
import org.smoothbench.viz.palette.SeriesPalette;

/**
 * The composition root: the one place where the window's parts are made and joined. FX thread only.
 *
 * <p>Threads: the FX thread has all nodes and view models; one daemon thread reads run files; virtual threads start and
 * stop runs.
 */
public final class Workbench implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Stage stage;
    private final RunLibrary library;
    private final SettingsFile settingsFile;
    private final Settings settings;
    private final ThemeSwitch theme;
    private final RunListViewModel list;
    private final RunPageViewModel page;
    private final ChartsViewModel charts;
    private final CompareViewModel comparison;
    private final NoticeViewModel notices = new NoticeViewModel();
    private final StatusBarViewModel status;
    private final QueueViewModel queueModel;
    private final QueueFollower queueFollower;
    private final MeterThread meters;
    private final RunOutcomes outcomes;
    private final ProgramLog log = new ProgramLog();
    private final FollowThread follower;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ExperimentEditor editor;
    private final Map<WorkbenchPage, Page> pages = new EnumMap<>(WorkbenchPage.class);
    private final ShellView view;
    private final Optional<DebugMode> debug = DebugMode.ifWanted();
    private boolean usable;

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
        ComparedRuns compared = new ComparedRuns();
        InOrder files = new InOrder(background);
        new RunColours(list, compared, SeriesPalette.colourBlindSafe().size(), files);
        RunCommands commands = new RunCommands(list, notices, starts, follower, background, fxThread);
        CommandRegistry registry = new CommandRegistry();
        queueModel = new QueueViewModel(list);
        queueFollower = new QueueFollower(queue, INTERVAL, new LatestValue<>(fxThread, queueModel::show));
        QueueCommands queueCommands =
                new QueueCommands(library, queue, queueModel, list, notices, new InOrder(background), fxThread, () -> {
                    follower.refresh();
                    queueFollower.refresh();
                });
        MetersViewModel metersModel = new MetersViewModel(list);
        meters = new MeterThread(metersModel, fxThread, () -> stage.isShowing() && !stage.isIconified());
        ToastsViewModel toasts = new ToastsViewModel();
        outcomes = new RunOutcomes(toasts, list);
        ProgramLogViewModel logModel = new ProgramLogViewModel(log, fxThread);
        RunEdits edits = new RunEdits(
                new RunUndo(), notices, follower, new RunTrash(library.root(), new RunReader()), files, fxThread);
        RunActions actions = new RunActions(
                list,
                compared,
                edits,
                new MetaEditorViewModel(edits),
                new TrashViewModel(edits, background, fxThread),
                new RunActions.Elsewhere(queue::retry, notices, Workbench::copy, background, fxThread));
        RunPageView pageView = new RunPageView(page);
        SpecificationChooser chooser = new SpecificationChooser(commands, stage);
        RunsPage runsPage = new RunsPage(
                list,
                new RunListView(actions, () -> {
                    list.choices().tableProperty().set(false);
                    pageView.requestFocus();
                }),
                new QueueView(queueModel, queueCommands),
                new WelcomeView(new WelcomeViewModel(samples, commands, background, fxThread), chooser::open),
                pageView);
        charts = new ChartsViewModel(
                list, compared.ids(), row -> row.colourProperty().get(), follower);
        ChartFiles chartFiles = new ChartFiles(FileTargets.dialog(() -> stage), notices, background, fxThread);
        ChartsView chartsView = new ChartsView(charts, chartFiles);
        pages.put(WorkbenchPage.RUNS, runsPage);
        editor = new ExperimentEditor(new ExperimentEditor.Surroundings(
                starts::start,
                this::queued,
                samples,
                PresetData.installed(),
                CostProcess::new,
                settingsFile.path().resolveSibling("draft.json"),
                () -> stage,
                background,
                fxThread));
        pages.put(WorkbenchPage.EXPERIMENT, editor);
        pages.put(WorkbenchPage.CHARTS, chartsView);
        comparison = new CompareViewModel(list, compared.ids());
        CompareView compareView = new CompareView(comparison, chartFiles);
        pages.put(WorkbenchPage.COMPARE, compareView);
        pages.put(WorkbenchPage.ACTIVATIONS, new ActivationsView(new ActivationsViewModel()));
        view = new ShellView(
                new ShellView.Parts(
                        registry,
                        pages,
                        runsPage,
                        list,
                        commands,
                        notices,
                        new SamplesViewModel(samples, background, fxThread),
                        status,
                        new FolderCommands(library.root(), settings.recentFolders(), openFolder, stage),
                        chooser,
                        theme.choiceProperty()),
                stage::hide);
        view.addStatus(new MetersView(metersModel), new LogBadge(logModel));
        view.addOverlays(new ToastsView(toasts), new LogPanel(logModel));
        QueueMenu.add(registry, queueCommands, runsPage.queueShownProperty());
        registry.add(
                Command.of("view.log", CommandGroup.VIEW, "notes", "_Warnings and errors", () -> {
                    logModel.openProperty().set(!logModel.openProperty().get());
                }),
                Command.of("view.dismiss", CommandGroup.VIEW, "notes", "_Dismiss notes", toasts::dismissAll)
                        .on(KeyCode.D, KeyCombination.SHIFT_DOWN)
                        .when(Bindings.isNotEmpty(toasts.shown())));
        addEditorCommands(registry, commands);
        new ChartCommands(charts, chartsView)
                .addTo(registry, view.shownPageProperty().isEqualTo(WorkbenchPage.CHARTS));
        RunListCommands.add(registry, actions);
        compareView.addCommandsTo(registry, view.shownPageProperty().isEqualTo(WorkbenchPage.COMPARE));
        restorePages();
    }

    private void addEditorCommands(CommandRegistry registry, RunCommands commands) {
        ObjectProperty<WorkbenchPage> shown = view.shownPageProperty();
        Runnable show = () -> shown.set(WorkbenchPage.EXPERIMENT);
        editor.addCommands(registry, show, shown.isEqualTo(WorkbenchPage.EXPERIMENT));
        registry.add(Command.of("run.duplicate", CommandGroup.RUN, "selected", "_Duplicate and edit", () -> {
                    editSelected();
                    show.run();
                })
                .on(KeyCode.D)
                .when(commands.canRunAgainProperty()));
    }

    private void editSelected() {
        list.selected()
                .ifPresent(row -> row.now()
                        .summary()
                        .experiment()
                        .ifPresent(experiment ->
                                editor.edit(experiment, row.now().summary().name())));
    }

    private void queued(List<RunDirectory> runs) {
        view.shownPageProperty().set(WorkbenchPage.RUNS);
        if (!runs.isEmpty()) {
            list.select(runs.getFirst().id());
        }
        follower.refresh();
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
        queueFollower.start();
        meters.start();
        // Kept at once, so that a window that is killed finds its look again.
        theme.choiceProperty().subscribe((_, _) -> saveInBackground());
        view.shownPageProperty().subscribe((_, _) -> saveInBackground());
    }

    /** Where notices are shown. */
    public NoticeViewModel notices() {
        return notices;
    }

    /** Saves the settings and ends the threads; runs go on. */
    @Override
    public void close() {
        Settings last = currentSettings();
        editor.close();
        debug.ifPresent(DebugMode::close);
        follower.close();
        queueFollower.close();
        meters.close();
        log.close();
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
            list.show(snapshot.runs(), snapshot.unread());
            list.folderRead(snapshot.writable());
            queueModel.settle();
            outcomes.show(snapshot.runs());
        } else {
            list.trouble(snapshot.trouble());
        }
        list.selected().flatMap(row -> snapshot.detail(row.id())).ifPresent(page::show);
        charts.show(snapshot.details());
        comparison.show(snapshot.details());
        status.show(snapshot);
        if (!usable) {
            usable = true;
            debug.ifPresent(mode -> mode.usable(view.getScene()));
        }
    }

    private void restorePages() {
        pages.forEach((key, one) -> {
            if (settings.pages().get(key.id()) instanceof JsonObject state) {
                one.restore(state);
            }
        });
        WorkbenchPage.of(settings.page()).filter(pages::containsKey).ifPresent(view.shownPageProperty()::set);
        view.helpShownProperty().set(settings.help());
    }

    private void saveInBackground() {
        Settings now = currentSettings();
        background.execute(() -> settingsFile.save(now));
    }

    private Settings currentSettings() {
        boolean maximized = stage.isMaximized();
        JsonObject states = settings.pages().deepCopy();
        pages.forEach((key, one) -> states.add(key.id(), one.state()));
        return new Settings(
                theme.choiceProperty().get(),
                maximized ? settings.width() : view.getScene().getWidth(),
                maximized ? settings.height() : view.getScene().getHeight(),
                maximized,
                list.selected().map(RunRowViewModel::id),
                view.shownPageProperty().get().id(),
                view.helpShownProperty().get(),
                states,
                settings.recentFoldersWith(library.root()));
    }

    /** JavaFX on GTK crashes when it exits while a pop-up is open. */
    private void hideOthers() {
        List<Window> open = List.copyOf(Window.getWindows());
        open.reversed().stream().filter(window -> !window.equals(stage)).forEach(Window::hide);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
