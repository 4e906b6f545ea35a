package org.smoothbench.app.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.CostMeter;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.run.RunDirectory;

/** The editor's parts, joined: what the window knows of it. FX thread only. */
public final class ExperimentEditor implements AutoCloseable {

    private static final String SECTION = "experiment";

    private final EditorViewModel model = new EditorViewModel(Draft.empty());
    private final QueueViewModel queue;
    private final GalleryViewModel gallery;
    private final CostViewModel cost;
    private final DraftKeeper keeper;
    private final EditorView view;

    /**
     * What the editor works with.
     *
     * @param starts queues runs
     * @param started hears of the runs
     * @param samples the specifications that come with the program
     * @param presets brings presets and images together
     * @param meters measure what an experiment costs, each once
     * @param draft the file that keeps the draft
     * @param owner the window of its dialogs
     */
    public record Surroundings(
            StartStudy starts,
            Consumer<List<RunDirectory>> started,
            SampleExperiments samples,
            PresetData presets,
            Supplier<CostMeter> meters,
            Path draft,
            Supplier<@Nullable Window> owner,
            Executor background,
            Executor fxThread) {}

    /** Joins the parts and takes up the last draft. */
    public ExperimentEditor(Surroundings with) {
        queue = new QueueViewModel(model, with.starts(), with.background(), with.fxThread(), with.started());
        gallery =
                new GalleryViewModel(model, queue, with.presets(), with.samples(), with.background(), with.fxThread());
        cost = new CostViewModel(model, queue, with.meters(), with.background(), with.fxThread());
        view = new EditorView(model, new JsonTextViewModel(model), queue, gallery, cost, new FileChoices(with.owner()));
        DraftFile file = new DraftFile(with.draft());
        keeper = new DraftKeeper(model, file, queue, with.background(), with.fxThread());
        with.background().execute(() -> {
            DraftFile.Found found = file.load();
            with.fxThread().execute(() -> takeUp(found));
        });
    }

    private void takeUp(DraftFile.Found found) {
        // Whoever was faster than the disk keeps what he began.
        if (!model.canUndoProperty().get()) {
            found.draft()
                    .ifPresentOrElse(
                            model::restore, () -> gallery.shownProperty().set(true));
        }
        if (!found.trouble().isEmpty()) {
            queue.say(new Notice(found.trouble(), "", "Start from something else, or mend the file and open it."));
        }
    }

    /** The page in the window. */
    public Page page() {
        return view;
    }

    /** Begins a new draft with an experiment, such as that of a run; the one before can be brought back. */
    public void edit(Experiment experiment, String run) {
        gallery.begin(experiment, Origin.Kind.RUN, run);
    }

    /** Opens a specification or a study in the editor. */
    public void open(Path file) {
        gallery.beginFile(file);
    }

    /**
     * Adds what can be asked of the editor.
     *
     * @param show turns to the editor's page
     */
    public void addCommands(CommandRegistry commands, Runnable show) {
        commands.add(
                Command.of("experiment.new", CommandGroup.FILE, SECTION, "_New experiment…", () -> {
                            show.run();
                            view.startFrom();
                        })
                        .on(KeyCode.N),
                Command.of("experiment.open", CommandGroup.FILE, SECTION, "_Edit specification…", () -> {
                            show.run();
                            view.open();
                        })
                        .on(KeyCode.E),
                Command.of("experiment.save", CommandGroup.FILE, SECTION, "_Save experiment as…", view::saveAs)
                        .on(KeyCode.S),
                Command.of("experiment.undo", CommandGroup.EDIT, SECTION, "_Undo edit of the experiment", model::undo)
                        .when(model.canUndoProperty()),
                Command.of("experiment.redo", CommandGroup.EDIT, SECTION, "_Redo edit of the experiment", model::redo)
                        .when(model.canRedoProperty()),
                Command.of("experiment.fault", CommandGroup.EDIT, SECTION, "Go to the first _wrong setting", () -> {
                    show.run();
                    view.goToFirstFault();
                }),
                Command.of(
                        "experiment.differing",
                        CommandGroup.VIEW,
                        SECTION,
                        "Show only settings that _differ",
                        () -> model.onlyDifferingProperty()
                                .set(!model.onlyDifferingProperty().get())),
                Command.of("experiment.json", CommandGroup.VIEW, SECTION, "Experiment as _JSON", () -> {
                            show.run();
                            view.jsonProperty().set(!view.jsonProperty().get());
                        })
                        .on(KeyCode.J),
                Command.of(
                                "experiment.measure",
                                CommandGroup.RUN,
                                SECTION,
                                "_Measure the experiment's cost",
                                cost::measure)
                        .when(cost.possible()),
                Command.of("experiment.queue", CommandGroup.RUN, SECTION, "_Queue the experiment", queue::start)
                        .on(KeyCode.ENTER)
                        .when(queue.possible())
                        .titled(queue.titleProperty()));
    }

    /** Ends a measurement that is going on, and saves what is not saved yet. */
    @Override
    public void close() {
        cost.close();
        keeper.save();
    }
}
