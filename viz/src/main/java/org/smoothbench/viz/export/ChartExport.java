package org.smoothbench.viz.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
        return InBackground.save(background, target, () -> write(chart, format, target));
    }

    /**
     * Saves a frozen chart and waits for it. Any thread but the FX thread.
     *
     * @throws ExportException if the file could not be written; what was there before is untouched
     */
    public static void write(Drawing chart, ExportFormat format, Path target) throws ExportException {
        WholeFile.write(target, out -> writeTo(out, chart, format));
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

    private static void writeTo(OutputStream out, Drawing chart, ExportFormat format) throws IOException {
        switch (format) {
            case ExportFormat.Png png -> PixelSurface.write(chart, png.scale(), out);
            case ExportFormat.Svg svg -> SvgSurface.write(chart, out);
            case ExportFormat.Pdf pdf -> PdfSurface.write(chart, out);
            case ExportFormat.Csv csv -> CsvData.write(chart, out);
        }
    }
}
