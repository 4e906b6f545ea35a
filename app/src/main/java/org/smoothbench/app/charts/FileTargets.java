package org.smoothbench.app.charts;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for a file to write. */
@FunctionalInterface
public interface FileTargets {

    /**
     * Asks, and waits for the answer. FX thread only.
     *
     * @param name the name that is proposed
     * @param extension its ending, without the dot; empty for a new folder
     * @return empty if the user would rather not
     */
    Optional<Path> ask(String name, String extension);

    /** Asks with the dialog of the system, above a window. */
    static FileTargets dialog(Supplier<Window> owner) {
        return (name, extension) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Save " + name);
            chooser.setInitialFileName(name);
            if (!extension.isEmpty()) {
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(
                                extension.toUpperCase(java.util.Locale.ROOT), "*." + extension));
            }
            return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(java.io.File::toPath);
        };
    }
}
