package org.smoothbench.app.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.page.WorkbenchPage;
import org.smoothbench.app.runs.RunCommands;

/** The commands of the frame and of runs. */
final class StandardCommands {

    /** The section of what starts new runs. */
    static final String NEW_RUNS = "new";

    /** The section of what ends the window. */
    static final String CLOSE = "close";

    private static final String THEME = "theme.";

    private final CommandRegistry commands;
    private final RunCommands runs;

    StandardCommands(CommandRegistry commands, RunCommands runs) {
        this.commands = commands;
        this.runs = runs;
    }

    /** What is done with files and folders. */
    void addFiles(FolderCommands folders, Runnable close) {
        commands.add(Command.of("file.folder", CommandGroup.FILE, "open", "Open runs _folder…", folders::choose)
                .on(KeyCode.O, KeyCombination.SHIFT_DOWN));
        for (Path recent : folders.recent()) {
            commands.add(Command.of(
                    "file.recent." + recent,
                    CommandGroup.FILE,
                    "recent",
                    "Runs in " + recent.toString().replace("_", "__"),
                    () -> folders.open(recent)));
        }
        commands.add(Command.of("file.close", CommandGroup.FILE, CLOSE, "_Close window", close)
                .on(KeyCode.Q));
    }

    /** What is done with runs; the samples come when they have been read. */
    void addRuns(SamplesViewModel samples, Runnable newRun, Runnable chooseFile) {
        commands.add(
                Command.of("run.again", CommandGroup.RUN, "selected", "Run _again", runs::runAgain)
                        .on(KeyCode.R)
                        .when(runs.canRunAgainProperty()),
                Command.of("run.stop", CommandGroup.RUN, "selected", "_Stop", runs::stop)
                        .on(KeyCode.PERIOD)
                        .when(runs.canStopProperty()),
                Command.of("run.new", CommandGroup.RUN, "menu", "_New run…", newRun)
                        .on(KeyCode.N, KeyCombination.SHIFT_DOWN),
                Command.of("run.file", CommandGroup.RUN, NEW_RUNS, "From specification file…", chooseFile));
        samples.files().addListener((ListChangeListener<Path>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::addSample);
            }
        });
        samples.files().forEach(this::addSample);
    }

    private void addSample(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        commands.add(Command.of(
                "run.sample." + name,
                CommandGroup.RUN,
                NEW_RUNS,
                "Train " + name,
                () -> runs.startFiles(List.of(file))));
    }

    /** What is shown. */
    void addViews(
            Collection<WorkbenchPage> pages, ObjectProperty<WorkbenchPage> shown, Runnable palette, Runnable search) {
        commands.add(
                Command.of("view.palette", CommandGroup.VIEW, "find", "Command _palette…", palette)
                        .on(KeyCode.P, KeyCombination.SHIFT_DOWN),
                Command.of("view.search", CommandGroup.VIEW, "find", "_Search runs", search)
                        .on(KeyCode.F),
                Command.of("view.refresh", CommandGroup.VIEW, "find", "_Refresh", runs::refresh)
                        .onKeys(new KeyCodeCombination(KeyCode.F5)));
        for (WorkbenchPage page : pages) {
            commands.add(Command.of(
                            "page." + page.name().toLowerCase(Locale.ROOT),
                            CommandGroup.VIEW,
                            "pages",
                            "_" + page.label(),
                            () -> shown.set(page))
                    .on(page.key()));
        }
    }

    /** How it looks. */
    void addThemes(ObjectProperty<ThemeChoice> theme) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            commands.add(Command.of(
                    THEME + choice.name(),
                    CommandGroup.VIEW,
                    "Theme",
                    choice.label() + " theme",
                    () -> theme.set(choice)));
        }
    }

    /** Which theme a command chooses; empty for other commands. */
    static Optional<ThemeChoice> theme(Command command) {
        return Arrays.stream(ThemeChoice.values())
                .filter(choice -> command.id().equals(THEME + choice.name()))
                .findFirst();
    }

    /** What explains. */
    void addHelp(Runnable help, Runnable about) {
        commands.add(
                Command.of("help.page", CommandGroup.HELP, "help", "_Explain this page, list keys", help)
                        .onKeys(new KeyCodeCombination(KeyCode.F1)),
                Command.of("help.about", CommandGroup.HELP, "about", "_About Smoothbench", about));
    }
}
