package org.smoothbench.app.shell;

import java.io.File;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.runs.RunCommands;

/** Lets the user choose a specification file and starts it. Remembers the folder. FX thread only. */
final class SpecificationChooser {

    private final RunCommands commands;
    private @Nullable File folder;

    SpecificationChooser(RunCommands commands) {
        this.commands = commands;
    }

    void open(@Nullable Window owner) {
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
