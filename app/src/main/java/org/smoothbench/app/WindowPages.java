package org.smoothbench.app;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
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
import org.smoothbench.app.runs.RunListCommands;
import org.smoothbench.app.runs.StartRuns;
import org.smoothbench.app.shell.FolderCommands;
import org.smoothbench.app.shell.RunsPage;
import org.smoothbench.app.shell.SamplesViewModel;
import org.smoothbench.app.shell.ShellView;
import org.smoothbench.app.shell.SpecificationChooser;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.CostProcess;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.run.RunDirectory;

/** The pages, the frame around them, and every command. FX thread only. */
final class WindowPages implements AutoCloseable {

    private final WindowModels models;
    private final Stage stage;
    private final Surroundings with;
    private final CommandRegistry registry = new CommandRegistry();
    private final Map<WorkbenchPage, Page> pages = new EnumMap<>(WorkbenchPage.class);
    private final RunsPart runs;
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
        runs = new RunsPart(models, with.samples());
        SpecificationChooser chooser = new SpecificationChooser(stage);
        RunsPage runsPage = runs.page(() -> chooser.open(this::edit));
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
        WindowCommands commands = new WindowCommands(models, registry);
        commands.addEditor(editor, shown);
        new ChartCommands(models.charts, charts).addTo(registry, shown.isEqualTo(WorkbenchPage.CHARTS));
        RunListCommands.add(registry, runs.actions());
        CompareView.addCommands(registry, shown.isEqualTo(WorkbenchPage.COMPARE), models.comparison, compare);
        new AdversaryCommands(() -> bench).addTo(registry, shown.isEqualTo(WorkbenchPage.ADVERSARY));
        new LandscapeCommands(models.landscape, landscape, registry).add(shown.isEqualTo(WorkbenchPage.LANDSCAPE));
        commands.addNotes();
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
        runs.close();
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

    private void edit(Path specification) {
        editor.open(specification);
        view.shownPageProperty().set(WorkbenchPage.EXPERIMENT);
    }

    private void queued(List<RunDirectory> runs) {
        view.shownPageProperty().set(WorkbenchPage.RUNS);
        if (!runs.isEmpty()) {
            models.list.select(runs.getFirst().id());
        }
        models.follower.refresh();
    }
}
