package org.smoothbench.app.charts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.app.runs.NoticeViewModel;
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
    private final NoticeViewModel notices;
    private final Executor background;
    private final Executor fxThread;

    /** Saves where the user says, and tells of it in notices. */
    public ChartFiles(FileTargets targets, NoticeViewModel notices, Executor background, Executor fxThread) {
        this.targets = targets;
        this.notices = notices;
        this.background = background;
        this.fxThread = fxThread;
    }

    /** Asks where to, and saves a chart there; {@code name} is proposed, without its ending. */
    public void save(Drawing chart, String name, ExportFormat format) {
        Optional<Path> target = targets.ask(name + "." + format.extension(), format.extension());
        target.ifPresent(file -> new ChartExport(background)
                .save(chart, format, file)
                .whenComplete((saved, failure) -> fxThread.execute(() ->
                        notices.show(failure == null ? new Notice("Saved " + saved, "", "") : failed(file, failure)))));
    }

    /** Puts the picture of a chart onto the clipboard. */
    public void copy(Drawing chart) {
        background.execute(() -> {
            try {
                byte[] png = ChartExport.png(chart, SCALE);
                fxThread.execute(() -> copied(png));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                LOG.error("The picture of a chart could not be made", e);
                fxThread.execute(() -> notices.show(
                        new Notice("The picture could not be copied", e.toString(), "Export it instead.")));
            }
        });
    }

    private void copied(byte[] png) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(new Image(new ByteArrayInputStream(png)));
        Clipboard.getSystemClipboard().setContent(content);
        notices.show(new Notice("The picture of the chart is on the clipboard", "", ""));
    }

    private static Notice failed(Path file, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        LOG.warn("{} could not be saved", file, cause);
        String reason = cause instanceof ExportException known ? known.reason() : cause.toString();
        return new Notice(
                "The chart could not be saved: " + reason,
                file.toString(),
                "Nothing was written. Choose another folder, or make room, and save again.");
    }
}
