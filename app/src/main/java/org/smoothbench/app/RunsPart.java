package org.smoothbench.app;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.smoothbench.app.queue.QueueView;
import org.smoothbench.app.runs.MetaEditorViewModel;
import org.smoothbench.app.runs.RunActions;
import org.smoothbench.app.runs.RunEdits;
import org.smoothbench.app.runs.RunListView;
import org.smoothbench.app.runs.RunUndo;
import org.smoothbench.app.runs.TrashViewModel;
import org.smoothbench.app.shell.RunsPage;
import org.smoothbench.app.training.RunPageActions;
import org.smoothbench.app.training.RunPageView;
import org.smoothbench.app.welcome.WelcomeView;
import org.smoothbench.app.welcome.WelcomeViewModel;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunTrash;

/** The page of runs, and what can be done with the runs in its list. FX thread only. */
final class RunsPart implements AutoCloseable {

    private final WindowModels models;
    private final SampleExperiments samples;
    private final RunActions actions;

    /** The runs of a window; the samples are for its first start. */
    RunsPart(WindowModels models, SampleExperiments samples) {
        this.models = models;
        this.samples = samples;
        actions = makeActions();
    }

    /** What can be done with the selected runs. */
    RunActions actions() {
        return actions;
    }

    private RunActions makeActions() {
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
                        models.queue::retry, models.notices, RunsPart::copy, models.background, models.fxThread));
    }

    /** The page; {@code openSpecification} lets a first specification be chosen. */
    RunsPage page(Runnable openSpecification) {
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
        WelcomeViewModel welcome = new WelcomeViewModel(samples, models.commands, models.background, models.fxThread);
        return new RunsPage(
                models.list,
                list,
                new QueueView(models.waiting, models.queueCommands),
                new WelcomeView(welcome, openSpecification),
                page);
    }

    /** Saves the names and notes that are being typed. */
    @Override
    public void close() {
        actions.editor().leave();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
