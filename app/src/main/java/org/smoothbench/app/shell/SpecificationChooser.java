package org.smoothbench.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets the user choose a specification file. Remembers the folder. FX thread only. */
public final class SpecificationChooser {

    private final Window owner;
    private @Nullable File folder;

    /** A chooser over a window. */
    public SpecificationChooser(Window owner) {
        this.owner = owner;
    }

    /** Gives the file that the user chooses to a taker; returns when that is done. */
    public void open(Consumer<Path> taker) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a specification file");
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
            taker.accept(file.toPath());
        }
    }
}
