package org.smoothbench.viz.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.FrozenChart;
import org.smoothbench.viz.chart.LineChart;

/** Saves charts. A file is replaced whole: whoever opens it sees the old one or the new one, never a part. */
public final class ChartExport {
    private final Executor background;

    /**
     * An export that works elsewhere.
     *
     * @param background runs what takes long, on any thread but the FX thread
     */
    public ChartExport(Executor background) {
        this.background = background;
    }

    /**
     * Saves what a chart shows now; it may change or go away meanwhile. To be called on the FX thread, which it only costs
     * the copying of the data.
     *
     * @return completes on a thread of the executor with the file, or exceptionally with an {@link ExportException}
     */
    public CompletableFuture<Path> save(LineChart chart, ExportFormat format, Path target) {
        return save(chart.freeze(), format, target);
    }

    /** Saves a frozen chart, e.g. one {@linkplain FrozenChart#onPaper() on paper}; else like the other form. Any thread. */
    public CompletableFuture<Path> save(Drawing chart, ExportFormat format, Path target) {
        var result = new CompletableFuture<Path>();
        try {
            background.execute(() -> {
                try {
                    write(chart, format, target);
                    result.complete(target);
                } catch (ExportException e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new ExportException(target, "the program is about to end", e));
        }
        return result;
    }

    /**
     * Saves a frozen chart and waits for it. Any thread but the FX thread.
     *
     * @throws ExportException if the file could not be written; what was there before is untouched
     */
    public static void write(Drawing chart, ExportFormat format, Path target) throws ExportException {
        try {
            // Through a link the file it leads to is replaced, not the link.
            var file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new ExportException(target, "it is a folder", null);
            }
            replace(file, chart, format);
        } catch (ExportException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
            throw ExportException.of(target.toAbsolutePath(), e);
        }
    }

    /**
     * A chart as the bytes of a PNG file, e.g. for the clipboard. Any thread but the FX thread.
     *
     * @throws IOException if there is no font to write with
     */
    public static byte[] png(Drawing chart, double scale) throws IOException {
        var out = new ByteArrayOutputStream();
        writeTo(out, chart, new ExportFormat.Png(scale));
        return out.toByteArray();
    }

    private static void replace(Path file, Drawing chart, ExportFormat format) throws IOException {
        var temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var out = new BufferedOutputStream(Channels.newOutputStream(channel));
                writeTo(out, chart, format);
                out.flush();
                // Some disks say only here that they are full.
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeTo(OutputStream out, Drawing chart, ExportFormat format) throws IOException {
        switch (format) {
            case ExportFormat.Png png -> PixelSurface.write(chart, png.scale(), out);
            case ExportFormat.Svg svg -> SvgSurface.write(chart, out);
            case ExportFormat.Pdf pdf -> PdfSurface.write(chart, out);
            case ExportFormat.Csv csv -> CsvData.write(chart, out);
        }
    }
}
