package org.smoothbench.app;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.editor.ExperimentEditor;
import org.smoothbench.app.page.WorkbenchPage;

/** The commands that reach over several pages. FX thread only. */
final class WindowCommands {

    private final WindowModels models;
    private final CommandRegistry registry;

    /** Commands yet to be added to a registry. */
    WindowCommands(WindowModels models, CommandRegistry registry) {
        this.models = models;
        this.registry = registry;
    }

    /** Adds what can be asked of the editor, and what takes a run to it. */
    void addEditor(ExperimentEditor editor, ObjectProperty<WorkbenchPage> shown) {
        Runnable show = () -> shown.set(WorkbenchPage.EXPERIMENT);
        editor.addCommands(registry, show, shown.isEqualTo(WorkbenchPage.EXPERIMENT));
        registry.add(Command.of("run.duplicate", CommandGroup.RUN, "selected", "_Duplicate and edit", () -> {
                    editSelected(editor);
                    show.run();
                })
                .on(KeyCode.D)
                .when(models.commands.canRunAgainProperty()));
    }

    /** Adds what is done with passing notes and the program's log. */
    void addNotes() {
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

    private void editSelected(ExperimentEditor editor) {
        models.list
                .selected()
                .ifPresent(row -> row.now()
                        .summary()
                        .experiment()
                        .ifPresent(experiment ->
                                editor.edit(experiment, row.now().summary().name())));
    }
}
