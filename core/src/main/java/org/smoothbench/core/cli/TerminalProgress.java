package org.smoothbench.core.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.smoothbench.core.launch.SmoothnessLine;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.TrainingObserver;

/**
 * Shows training in a terminal: one line that is rewritten a few times a second, and a line that stays for each
 * evaluation. Where the output is no terminal, only the lines that stay.
 */
final class TerminalProgress implements TrainingObserver {

    private static final long REWRITE_NANOS = 200_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private long lastWrite = System.nanoTime() - REWRITE_NANOS;
    private int lineLength;
    private Progress progress = Progress.NONE;

    TerminalProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void progressed(Progress now, String activity) {
        progress = now;
        if (terminal && (System.nanoTime() - lastWrite >= REWRITE_NANOS || activity.equals("evaluating"))) {
            lastWrite = System.nanoTime();
            rewrite(line(now, activity));
        }
    }

    private static String line(Progress p, String activity) {
        String rate = p.imagesPerSecond() > 0 ? String.format(Locale.ROOT, "%.0f images/s", p.imagesPerSecond()) : "";
        String left = p.etaSeconds() >= 0 ? Durations.text(p.etaSeconds()) + " left" : "";
        return String.format(
                Locale.ROOT,
                "  epoch %d/%d  %3.0f %%  %s  %s  %s",
                p.currentEpoch(),
                p.epochs(),
                100 * p.fraction(),
                rate,
                left,
                activity);
    }

    private void rewrite(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, lineLength - line.length())));
        out.flush();
        lineLength = line.length();
    }

    @Override
    public void measured(Measurement m) {
        if (m.value(Metric.ROBUST_ACCURACY).isPresent()) {
            clear();
            accuracies(m);
        }
        SmoothnessLine.of(m).ifPresent(line -> {
            clear();
            out.println("  " + line);
            out.flush();
        });
    }

    private void accuracies(Measurement m) {
        out.println(String.format(
                Locale.ROOT,
                "  epoch %.0f/%d  loss %.3f  clean %.1f %%  robust %.1f %%  %.0f images/s  %s left",
                m.epoch(),
                progress.epochs(),
                m.value(Metric.EPOCH_LOSS).orElse(Double.NaN),
                100 * m.value(Metric.CLEAN_ACCURACY).orElse(Double.NaN),
                100 * m.value(Metric.ROBUST_ACCURACY).orElse(Double.NaN),
                progress.imagesPerSecond(),
                Durations.text(progress.etaSeconds())));
        out.flush();
    }

    @Override
    public void noticed(String type, String message) {
        clear();
        out.println("  " + message);
        out.flush();
    }

    @Override
    public void saved(Path checkpoint, CheckpointInfo.Position position) {
        // The run directory shows checkpoints; a line for each would hide the figures.
    }

    /** Wipes the line that is rewritten. */
    void clear() {
        if (terminal && lineLength > 0) {
            out.print("\r" + " ".repeat(lineLength) + "\r");
            out.flush();
            lineLength = 0;
        }
    }
}
