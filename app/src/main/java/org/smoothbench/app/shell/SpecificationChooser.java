package org.smoothbench.app.shell;

import java.io.File;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.runs.RunCommands;

/** Lets the user choose a specification file and starts it. Remembers the folder. FX thread only. */
public final class SpecificationChooser {

    private final RunCommands commands;
    private final Window owner;
    private @Nullable File folder;

    /** A chooser over a window. */
    public SpecificationChooser(RunCommands commands, Window owner) {
        this.commands = commands;
        this.owner = owner;
    }

    /** Lets the user choose; returns when that is done. */
    public void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Start a run from a specification file");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("Specifications (*.json)", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File file = chooser.showOpenDialog(owner);
        if (file != null) {
            folder = file.getParentFile();
            commands.startFiles(List.of(file.toPath()));
        }
    }
}
