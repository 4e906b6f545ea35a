package org.smoothbench.app.editor;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.PageHelp;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.CostMeter;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.preset.Presets;
import org.smoothbench.core.preset.Scale;
import org.smoothbench.core.run.RunDirectory;

/** The page of the editor and all behind it: what the window knows of it. FX thread only. */
public final class ExperimentEditor implements Page, AutoCloseable {

    private static final String SECTION = "experiment";

    private final Surroundings with;
    private final StackPane root = new StackPane();
    private final BooleanProperty canUndo = new SimpleBooleanProperty(this, "canUndo");
    private final BooleanProperty canRedo = new SimpleBooleanProperty(this, "canRedo");
    private final BooleanProperty canQueue = new SimpleBooleanProperty(this, "canQueue");
    private final BooleanProperty canMeasure = new SimpleBooleanProperty(this, "canMeasure");
    private final StringProperty queueTitle = new SimpleStringProperty(this, "queueTitle", "Queue run");
    private JsonObject restored = new JsonObject();
    private @Nullable Parts parts;

    private record Parts(
            EditorViewModel model,
            QueueViewModel queue,
            GalleryViewModel gallery,
            CostViewModel cost,
            DraftKeeper keeper,
            EditorView view) {}

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

    /** An editor that is made when it is first wanted: a window may open and close without it. */
    public ExperimentEditor(Surroundings with) {
        this.with = with;
        root.setId("editor");
    }

    /** Loads on any thread what the first look at the editor would otherwise wait for. */
    public static void warmUp() {
        FormState.of(Draft.empty(), Map.of());
        new Presets()
                .studies()
                .forEach(study -> study.at(Scale.SAMPLE).stream()
                        .findFirst()
                        .ifPresent(preset -> preset.experiment(preset.images().standIn())));
    }

    private Parts parts() {
        Parts now = parts;
        if (now == null) {
            now = make();
            parts = now;
        }
        return now;
    }

    private Parts make() {
        EditorViewModel model = new EditorViewModel(Draft.empty());
        QueueViewModel queue =
                new QueueViewModel(model, with.starts(), with.background(), with.fxThread(), with.started());
        GalleryViewModel gallery =
                new GalleryViewModel(model, queue, with.presets(), with.samples(), with.background(), with.fxThread());
        CostViewModel cost = new CostViewModel(model, queue, with.meters(), with.background(), with.fxThread());
        EditorView view = new EditorView(
                model, new JsonTextViewModel(model), queue, gallery, cost, new FileChoices(with.owner()));
        DraftFile file = new DraftFile(with.draft());
        DraftKeeper keeper = new DraftKeeper(model, file, queue, with.background(), with.fxThread());
        view.restore(restored);
        root.getChildren().setAll(view.node());
        canUndo.bind(model.canUndoProperty());
        canRedo.bind(model.canRedoProperty());
        canQueue.bind(queue.possible());
        canMeasure.bind(cost.possible());
        queueTitle.bind(queue.titleProperty());
        Parts made = new Parts(model, queue, gallery, cost, keeper, view);
        with.background().execute(() -> {
            DraftFile.Found found = file.load();
            with.fxThread().execute(() -> takeUp(made, found));
        });
        return made;
    }

    private static void takeUp(Parts made, DraftFile.Found found) {
        // Whoever was faster than the disk keeps what he began.
        if (!made.model().canUndoProperty().get()) {
            found.draft()
                    .ifPresentOrElse(
                            made.model()::restore,
                            () -> made.gallery().shownProperty().set(true));
        }
        made.view().ready();
        if (!found.trouble().isEmpty()) {
            made.queue()
                    .say(new Notice(found.trouble(), "", "Start from something else, or mend the file and open it."));
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focusFirst() {
        parts().view().focusFirst();
    }

    @Override
    public PageHelp help() {
        return EditorView.HELP;
    }

    @Override
    public JsonObject state() {
        Parts now = parts;
        return now == null ? restored.deepCopy() : now.view().state();
    }

    @Override
    public void restore(JsonObject state) {
        restored = state.deepCopy();
        Parts now = parts;
        if (now != null) {
            now.view().restore(restored);
        }
    }

    /** Begins a new draft with an experiment, such as that of a run; the one before can be brought back. */
    public void edit(Experiment experiment, String run) {
        parts().gallery().begin(experiment, Origin.Kind.RUN, run);
    }

    /** Opens a specification or a study in the editor. */
    public void open(Path file) {
        parts().gallery().beginFile(file);
    }

    /**
     * Adds what can be asked of the editor.
     *
     * @param show turns to the editor's page
     * @param shown whether that page is seen; what is edited is neither changed nor queued unseen
     */
    public void addCommands(CommandRegistry commands, Runnable show, BooleanExpression shown) {
        commands.add(
                Command.of("experiment.new", CommandGroup.FILE, SECTION, "_New experiment…", () -> {
                            show.run();
                            parts().view().startFrom();
                        })
                        .on(KeyCode.N),
                Command.of("experiment.open", CommandGroup.FILE, SECTION, "_Open specification…", () -> {
                            show.run();
                            parts().view().open();
                        })
                        .on(KeyCode.O),
                Command.of(
                                "experiment.save",
                                CommandGroup.FILE,
                                SECTION,
                                "_Save experiment as…",
                                () -> parts().view().saveAs())
                        .on(KeyCode.S),
                Command.of(
                                "experiment.undo",
                                CommandGroup.EDIT,
                                SECTION,
                                "_Undo edit of the experiment",
                                () -> parts().model().undo())
                        .when(shown.and(canUndo)),
                Command.of(
                                "experiment.redo",
                                CommandGroup.EDIT,
                                SECTION,
                                "_Redo edit of the experiment",
                                () -> parts().model().redo())
                        .when(shown.and(canRedo)),
                Command.of("experiment.fault", CommandGroup.EDIT, SECTION, "Go to the first _wrong setting", () -> {
                    show.run();
                    parts().view().goToFirstFault();
                }),
                Command.of(
                                "experiment.differing",
                                CommandGroup.VIEW,
                                SECTION,
                                "Show only settings that _differ",
                                () -> {
                                    BooleanProperty only = parts().model().onlyDifferingProperty();
                                    only.set(!only.get());
                                })
                        .when(shown),
                Command.of("experiment.json", CommandGroup.VIEW, SECTION, "Experiment as _JSON", () -> {
                            show.run();
                            BooleanProperty json = parts().view().jsonProperty();
                            json.set(!json.get());
                        })
                        .on(KeyCode.J, KeyCombination.SHIFT_DOWN),
                Command.of(
                                "experiment.measure",
                                CommandGroup.RUN,
                                SECTION,
                                "_Measure the experiment's cost",
                                () -> parts().cost().measure())
                        .when(shown.and(canMeasure)),
                Command.of(
                                "experiment.queue",
                                CommandGroup.RUN,
                                SECTION,
                                "_Queue the experiment",
                                () -> parts().queue().start())
                        .on(KeyCode.ENTER)
                        .when(shown.and(canQueue))
                        .titled(queueTitle));
    }

    /** Ends a measurement that is going on, and saves what is not saved yet. */
    @Override
    public void close() {
        Parts now = parts;
        if (now != null) {
            now.cost().close();
            now.keeper().save();
        }
    }
}
