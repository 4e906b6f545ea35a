package org.smoothbench.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Opens other runs folders in this window. FX thread only. */
public final class FolderCommands {

    private final Path current;
    private final List<Path> recent;
    private final Consumer<Path> opener;
    private final Window owner;

    /**
     * Commands of a window that shows a folder.
     *
     * @param current the folder that is shown
     * @param recent folders that were shown before, the last one first
     * @param opener shows another folder in place of this one
     * @param owner the window
     */
    public FolderCommands(Path current, List<Path> recent, Consumer<Path> opener, Window owner) {
        this.current = current;
        this.recent = recent.stream().filter(folder -> !folder.equals(current)).toList();
        this.opener = opener;
        this.owner = owner;
    }

    /** Folders that were shown before, without the one that is. */
    public List<Path> recent() {
        return recent;
    }

    /** Shows a folder, unless it is the one that is shown. */
    public void open(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        if (!wanted.equals(current)) {
            opener.accept(wanted);
        }
    }

    /** The folder that is shown. */
    Path current() {
        return current;
    }

    /** Lets the user choose a folder. */
    void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a runs folder");
        if (Files.isDirectory(current)) {
            chooser.setInitialDirectory(current.toFile());
        }
        File folder = chooser.showDialog(owner);
        if (folder != null) {
            open(folder.toPath());
        }
    }
}
