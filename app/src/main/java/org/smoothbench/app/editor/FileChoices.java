package org.smoothbench.app.editor;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's dialogs for files and folders; each begins where the last one ended. FX thread only. */
public final class FileChoices {

    private final Supplier<@Nullable Window> owner;
    private @Nullable File last;

    /** Dialogs over a window. */
    public FileChoices(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    /** Lets a folder be chosen. */
    Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose a folder");
        if (last != null && last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        File folder = chooser.showDialog(owner.get());
        if (folder != null) {
            last = folder;
        }
        return Optional.ofNullable(folder).map(File::toPath);
    }

    /** Lets a specification be chosen. */
    Optional<Path> open() {
        FileChooser chooser = chooser("Edit a specification or a study");
        return took(chooser.showOpenDialog(owner.get()));
    }

    /** Lets a place for a specification be chosen. */
    Optional<Path> save(String name) {
        FileChooser chooser = chooser("Save the specification");
        chooser.setInitialFileName(name);
        return took(chooser.showSaveDialog(owner.get()));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("Specifications (*.json)", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        if (last != null && last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        return chooser;
    }

    private Optional<Path> took(@Nullable File file) {
        if (file != null) {
            last = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
