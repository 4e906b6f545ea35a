package org.smoothbench.app.charts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.notices.FolderToast;
import org.smoothbench.app.notices.Toast;
import org.smoothbench.app.notices.ToastsViewModel;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.export.ChartExport;
import org.smoothbench.viz.export.ExportException;
import org.smoothbench.viz.export.ExportFormat;

/** Saves and copies charts and tells how it went. To be called on the FX thread, which it does not hold up. */
public final class ChartFiles {

    /** Pixels for a logical pixel in pictures. */
    public static final double SCALE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ChartFiles.class);

    private final FileTargets targets;
    private final ToastsViewModel toasts;
    private final FolderToast folders;
    private final Executor background;
    private final Executor fxThread;

    /** Saves where the user says, and tells of it in passing notes that lead to the folder. */
    public ChartFiles(
            FileTargets targets, ToastsViewModel toasts, FolderToast folders, Executor background, Executor fxThread) {
        this.targets = targets;
        this.toasts = toasts;
        this.folders = folders;
        this.background = background;
        this.fxThread = fxThread;
    }

    /** Writes one file or folder. */
    @FunctionalInterface
    public interface Writer {

        /** Writes on a thread of the background, whole or not at all. */
        void write(Path target) throws ExportException;
    }

    /** Asks where to, and saves a chart there; {@code name} is proposed, without its ending. */
    public void save(Drawing chart, String name, ExportFormat format) {
        save(name, format.extension(), file -> ChartExport.write(chart, format, file));
    }

    /**
     * Asks where to, and writes there.
     *
     * @param name what is proposed, without its ending
     * @param extension the ending without the dot; empty for a folder
     */
    public void save(String name, String extension, Writer writer) {
        Optional<Path> target = targets.ask(extension.isEmpty() ? name : name + "." + extension, extension);
        target.ifPresent(file -> background.execute(() -> {
            Toast told = write(writer, file);
            fxThread.execute(() -> toasts.show(told));
        }));
    }

    private Toast write(Writer writer, Path file) {
        try {
            writer.write(file);
            Toast saved = Toast.of(Toast.Kind.SUCCESS, "Saved " + file.getFileName(), file.toString());
            return folders.leadingTo(saved, file.toAbsolutePath().getParent());
        } catch (ExportException e) {
            LOG.warn("{} could not be saved", file, e);
            return Toast.of(
                    Toast.Kind.FAILURE,
                    "The chart could not be saved: " + e.reason(),
                    file + "\nNothing was written. Choose another folder, or make room, and save again.");
        }
    }

    /** Puts the picture of a chart onto the clipboard. */
    public void copy(Drawing chart) {
        background.execute(() -> {
            try {
                byte[] png = ChartExport.png(chart, SCALE);
                fxThread.execute(() -> copied(png));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                LOG.error("The picture of a chart could not be made", e);
                fxThread.execute(() -> toasts.show(
                        Toast.of(Toast.Kind.FAILURE, "The picture could not be copied", e + "\nExport it instead.")));
            }
        });
    }

    private void copied(byte[] png) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(new Image(new ByteArrayInputStream(png)));
        Clipboard.getSystemClipboard().setContent(content);
        toasts.show(Toast.of(Toast.Kind.SUCCESS, "The picture of the chart is on the clipboard", ""));
    }
}
