package org.smoothbench.app;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.smoothbench.app.activations.ActivationsView;
import org.smoothbench.app.activations.ActivationsViewModel;
import org.smoothbench.app.adversary.AdversaryCommands;
import org.smoothbench.app.adversary.AdversaryView;
import org.smoothbench.app.adversary.AdversaryViewModel;
import org.smoothbench.app.charts.ChartCommands;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.app.charts.ChartsView;
import org.smoothbench.app.charts.FileTargets;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.compare.CompareView;
import org.smoothbench.app.editor.ExperimentEditor;
import org.smoothbench.app.landscape.LandscapeCommands;
import org.smoothbench.app.landscape.LandscapeView;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.meters.MetersView;
import org.smoothbench.app.notices.ToastsView;
import org.smoothbench.app.page.LazyPage;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.WorkbenchPage;
import org.smoothbench.app.programlog.LogBadge;
import org.smoothbench.app.programlog.LogPanel;
import org.smoothbench.app.queue.QueueMenu;
import org.smoothbench.app.queue.QueueView;
import org.smoothbench.app.runs.MetaEditorViewModel;
import org.smoothbench.app.runs.RunActions;
import org.smoothbench.app.runs.RunEdits;
import org.smoothbench.app.runs.RunListCommands;
import org.smoothbench.app.runs.RunListView;
import org.smoothbench.app.runs.RunUndo;
import org.smoothbench.app.runs.StartRuns;
import org.smoothbench.app.runs.TrashViewModel;
import org.smoothbench.app.shell.FolderCommands;
import org.smoothbench.app.shell.RunsPage;
import org.smoothbench.app.shell.SamplesViewModel;
import org.smoothbench.app.shell.ShellView;
import org.smoothbench.app.shell.SpecificationChooser;
import org.smoothbench.app.training.RunPageActions;
import org.smoothbench.app.training.RunPageView;
import org.smoothbench.app.welcome.WelcomeView;
import org.smoothbench.app.welcome.WelcomeViewModel;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.CostProcess;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunTrash;

/** The pages, the frame around them, and every command. FX thread only. */
final class WindowPages implements AutoCloseable {

    private final WindowModels models;
    private final Stage stage;
    private final Surroundings with;
    private final CommandRegistry registry = new CommandRegistry();
    private final Map<WorkbenchPage, Page> pages = new EnumMap<>(WorkbenchPage.class);
    private final RunActions actions;
    private final ExperimentEditor editor;
    private final ShellView view;
    private Optional<AdversaryView> bench = Optional.empty();

    /**
     * What the pages need besides the runs.
     *
     * @param samples the experiments that come with the program
     * @param starts queues new runs
     * @param draft the file that keeps the editor's draft
     */
    record Surroundings(
            SampleExperiments samples,
            StartRuns starts,
            Path draft,
            FolderCommands folders,
            ObjectProperty<ThemeChoice> theme) {}

    WindowPages(WindowModels models, Stage stage, Surroundings with) {
        this.models = models;
        this.stage = stage;
        this.with = with;
        actions = actions();
        SpecificationChooser chooser = new SpecificationChooser(stage);
        RunsPage runsPage = runsPage(chooser);
        ChartFiles chartFiles = new ChartFiles(
                FileTargets.dialog(() -> stage),
                models.toasts,
                models.folderToasts,
                models.background,
                models.fxThread);
        Supplier<ChartsView> charts = once(() -> new ChartsView(models.charts, chartFiles));
        Supplier<CompareView> compare = once(() -> new CompareView(models.comparison, chartFiles));
        Supplier<LandscapeView> landscape = once(() -> new LandscapeView(models.landscape, chartFiles));
        editor = editor();
        pages.put(WorkbenchPage.RUNS, runsPage);
        pages.put(WorkbenchPage.EXPERIMENT, editor);
        pages.put(WorkbenchPage.CHARTS, new LazyPage(charts));
        pages.put(WorkbenchPage.COMPARE, new LazyPage(compare));
        pages.put(WorkbenchPage.ACTIVATIONS, new LazyPage(() -> new ActivationsView(new ActivationsViewModel())));
        pages.put(WorkbenchPage.ADVERSARY, new LazyPage(() -> adversary(chartFiles)));
        pages.put(WorkbenchPage.LANDSCAPE, new LazyPage(landscape));
        QueueMenu.add(registry, models.queueCommands, runsPage.queueShownProperty());
        view = new ShellView(
                new ShellView.Parts(
                        registry,
                        pages,
                        runsPage,
                        models.list,
                        models.commands,
                        models.notices,
                        new SamplesViewModel(with.samples(), models.background, models.fxThread),
                        models.status,
                        with.folders(),
                        chooser,
                        this::edit,
                        with.theme()),
                stage::hide);
        view.addStatus(new MetersView(models.meters), new LogBadge(models.warnings));
        view.addOverlays(new ToastsView(models.toasts), new LogPanel(models.warnings));
        ObjectProperty<WorkbenchPage> shown = view.shownPageProperty();
        addEditorCommands(shown);
        new ChartCommands(models.charts, charts).addTo(registry, shown.isEqualTo(WorkbenchPage.CHARTS));
        RunListCommands.add(registry, actions);
        CompareView.addCommands(registry, shown.isEqualTo(WorkbenchPage.COMPARE), models.comparison, compare);
        new AdversaryCommands(() -> bench).addTo(registry, shown.isEqualTo(WorkbenchPage.ADVERSARY));
        new LandscapeCommands(models.landscape, landscape, registry).add(shown.isEqualTo(WorkbenchPage.LANDSCAPE));
        addNoteCommands();
    }

    /** The window's content. */
    ShellView view() {
        return view;
    }

    /** What each page wants to find again, by its name. */
    JsonObject states() {
        JsonObject states = new JsonObject();
        pages.forEach((key, one) -> states.add(key.id(), one.state()));
        return states;
    }

    /** Takes up what {@link #states} gave. */
    void restore(JsonObject states) {
        pages.forEach((key, one) -> {
            if (states.get(key.id()) instanceof JsonObject state) {
                one.restore(state);
            }
        });
    }

    /** Shows a page, if there is one of this name. */
    void turnTo(String page) {
        WorkbenchPage.of(page).filter(pages::containsKey).ifPresent(view.shownPageProperty()::set);
    }

    @Override
    public void close() {
        editor.close();
    }

    private AdversaryView adversary(ChartFiles files) {
        AdversaryView made = new AdversaryView(
                new AdversaryViewModel(
                        models.list,
                        models.compared.ids(),
                        models.probe,
                        models.fxThread,
                        view.shownPageProperty().isEqualTo(WorkbenchPage.ADVERSARY)),
                files);
        bench = Optional.of(made);
        return made;
    }

    /** Pages are made when they are first looked at: curves that nobody sees cost the start much. */
    private static <T> Supplier<T> once(Supplier<T> maker) {
        List<T> made = new ArrayList<>(1);
        return () -> {
            if (made.isEmpty()) {
                made.add(maker.get());
            }
            return made.getFirst();
        };
    }

    private RunActions actions() {
        RunEdits edits = new RunEdits(
                new RunUndo(),
                models.notices,
                models.follower,
                new RunTrash(models.library.root(), new RunReader()),
                models.files,
                models.fxThread);
        return new RunActions(
                models.list,
                models.compared,
                edits,
                new MetaEditorViewModel(edits, models.list),
                new TrashViewModel(edits, models.background, models.fxThread),
                new RunActions.Elsewhere(
                        models.queue::retry, models.notices, WindowPages::copy, models.background, models.fxThread));
    }

    private RunsPage runsPage(SpecificationChooser chooser) {
        RunPageView page = new RunPageView(
                models.page,
                new RunPageActions(
                        actions::retry,
                        actions.canRetryProperty(),
                        models.commands::runAgain,
                        models.commands.canRunAgainProperty(),
                        actions::reveal,
                        actions::copyShownPath,
                        actions::deleteShown));
        RunListView list = new RunListView(actions, () -> {
            models.list.choices().tableProperty().set(false);
            page.requestFocus();
        });
        WelcomeViewModel welcome =
                new WelcomeViewModel(with.samples(), models.commands, models.background, models.fxThread);
        return new RunsPage(
                models.list,
                list,
                new QueueView(models.waiting, models.queueCommands),
                new WelcomeView(welcome, () -> chooser.open(this::edit)),
                page);
    }

    private ExperimentEditor editor() {
        return new ExperimentEditor(new ExperimentEditor.Surroundings(
                with.starts()::start,
                this::queued,
                with.samples(),
                PresetData.installed(),
                CostProcess::new,
                with.draft(),
                () -> stage,
                models.background,
                models.fxThread));
    }

    private void addEditorCommands(ObjectProperty<WorkbenchPage> shown) {
        Runnable show = () -> shown.set(WorkbenchPage.EXPERIMENT);
        editor.addCommands(registry, show, shown.isEqualTo(WorkbenchPage.EXPERIMENT));
        registry.add(Command.of("run.duplicate", CommandGroup.RUN, "selected", "_Duplicate and edit", () -> {
                    editSelected();
                    show.run();
                })
                .on(KeyCode.D)
                .when(models.commands.canRunAgainProperty()));
    }

    private void addNoteCommands() {
        registry.add(
                Command.of(
                        "view.log",
                        CommandGroup.VIEW,
                        "notes",
                        "_Warnings and errors",
                        () -> models.warnings
                                .openProperty()
                                .set(!models.warnings.openProperty().get())),
                Command.of("view.dismiss", CommandGroup.VIEW, "notes", "_Dismiss notes", models.toasts::dismissAll)
                        .on(KeyCode.D, KeyCombination.SHIFT_DOWN)
                        .when(Bindings.isNotEmpty(models.toasts.shown())));
    }

    private void edit(Path specification) {
        editor.open(specification);
        view.shownPageProperty().set(WorkbenchPage.EXPERIMENT);
    }

    private void editSelected() {
        models.list
                .selected()
                .ifPresent(row -> row.now()
                        .summary()
                        .experiment()
                        .ifPresent(experiment ->
                                editor.edit(experiment, row.now().summary().name())));
    }

    private void queued(List<RunDirectory> runs) {
        view.shownPageProperty().set(WorkbenchPage.RUNS);
        if (!runs.isEmpty()) {
            models.list.select(runs.getFirst().id());
        }
        models.follower.refresh();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
