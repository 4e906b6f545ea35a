package org.smoothbench.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.run.RunDirectory;

/**
 * What is dropped onto the window: a specification is taken up, a run is selected, its folder opened if need be, and a folder
 * of runs is opened.
 */
final class DroppedFiles {

    /**
     * Who deals with what was dropped.
     *
     * @param specification takes up a specification file
     * @param run selects a run of the folder that is shown
     * @param folder opens a runs folder
     * @param notice says why nothing was done
     */
    record Takers(
            Consumer<Path> specification, Consumer<RunDirectory> run, Consumer<Path> folder, Consumer<Notice> notice) {}

    private final Path root;
    private final Takers takers;

    DroppedFiles(Path root, Takers takers) {
        this.root = root;
        this.takers = takers;
    }

    /** Lets files be dropped onto a node. */
    void on(Node target) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                take(files.getFirst().toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Deals with one file or folder. */
    void take(Path dropped) {
        Path path = dropped.toAbsolutePath().normalize();
        Path folder = path.getParent();
        if (Files.isRegularFile(path) && path.getFileName().toString().endsWith(".json")) {
            takers.specification().accept(path);
        } else if (isRun(path) && root.equals(folder)) {
            takers.run().accept(new RunDirectory(path));
        } else if (isRun(path) && folder != null) {
            takers.folder().accept(folder);
        } else if (Files.isDirectory(path)) {
            takers.folder().accept(path);
        } else {
            takers.notice()
                    .accept(new Notice(
                            "This can be neither opened nor run.",
                            path.toString(),
                            "Drop a specification (a .json file), the folder of a run, or a folder of runs."));
        }
    }

    private static boolean isRun(Path path) {
        return Files.isRegularFile(new RunDirectory(path).experiment());
    }
}
