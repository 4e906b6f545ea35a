package org.smoothbench.app.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;

/** The actions on selected runs as commands of menus and palette. Their keys work in the list only, where they mean this. */
public final class RunListCommands {

    private static final String SECTION = "list";

    private RunListCommands() {}

    /** Adds them. */
    public static void add(CommandRegistry commands, RunActions actions) {
        BooleanBinding any = actions.anyProperty();
        ListChoices choices = actions.list().choices();
        commands.add(
                of("run.compare", "_Compare selected runs", actions::toggleCompared)
                        .when(any),
                of("run.compareNone", "Compare none", actions::compareNone)
                        .when(Bindings.isNotEmpty(actions.compared().ids())),
                of("run.edit", "_Edit name, study, tags and notes…", actions::edit)
                        .when(any),
                of("run.retry", "_Resume from the last checkpoint", actions::retry)
                        .on(KeyCode.R, KeyCombination.SHIFT_DOWN)
                        .when(actions.canRetryProperty()),
                of("run.archive", "Archi_ve, or take out of the archive", actions::toggleArchived)
                        .when(any),
                of("run.delete", "Move to tras_h", actions::delete).when(any),
                of("run.undo", "_Undo the last change of runs", actions.undo()::undo)
                        .when(Bindings.createBooleanBinding(
                                () -> actions.undo().lastProperty().get().isPresent(),
                                actions.undo().lastProperty())),
                of("run.reveal", "Show _folder of the run", actions::reveal).when(any),
                of("run.copyPath", "Copy _path of the run", actions::copyPaths).when(any),
                of("run.trash", "_Trash…", actions.trash()::show));
        commands.add(
                view(
                        "list.table",
                        "Runs as a _table or a list",
                        () -> choices.tableProperty()
                                .set(!choices.tableProperty().get())),
                view(
                        "list.archived",
                        "Show or hide _archived runs",
                        () -> choices.archivedProperty()
                                .set(!choices.archivedProperty().get())));
        for (int i = 0; i < RunMenu.COLOURS.size(); i++) {
            int index = i;
            commands.add(Command.of(
                            "run.colour." + index,
                            CommandGroup.RUN,
                            "Colour of selected runs",
                            "Colour: " + RunMenu.COLOURS.get(index),
                            () -> actions.colour(index))
                    .when(any));
        }
        for (Grouping grouping : Grouping.values()) {
            String title = grouping == Grouping.NONE ? "Runs without groups" : "Group runs by " + grouping.label();
            commands.add(arrange(
                    "list.group." + grouping.name(),
                    title,
                    () -> choices.groupingProperty().set(grouping)));
        }
        for (Sorting sorting : Sorting.values()) {
            commands.add(arrange(
                    "list.sort." + sorting.name(),
                    "Sort runs: " + sorting.label(),
                    () -> choices.sortingProperty().set(sorting)));
        }
    }

    private static Command of(String id, String title, Runnable action) {
        return Command.of(id, CommandGroup.RUN, SECTION, title, action);
    }

    private static Command arrange(String id, String title, Runnable action) {
        return Command.of(id, CommandGroup.VIEW, "Group and sort runs", title, action);
    }

    private static Command view(String id, String title, Runnable action) {
        return Command.of(id, CommandGroup.VIEW, SECTION, title, action);
    }
}
