package org.smoothbench.core.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.smoothbench.core.evaluation.EvaluationObserver;

/** Shows an evaluation in a terminal: one line that is rewritten; where there is no terminal, a line for each part. */
final class EvaluationProgress implements EvaluationObserver {

    private final PrintWriter out;
    private final boolean terminal;
    private int lineLength;

    EvaluationProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void progressed(String part, int done, int total, int standing) {
        String line = String.format(Locale.ROOT, "  %s  %d/%d images  %d standing", part, done, total, standing);
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, lineLength - line.length())));
            lineLength = line.length();
        } else if (done == total) {
            out.println(line);
        }
        out.flush();
    }

    @Override
    public void noticed(String message) {
        clear();
        out.println("  " + message);
        out.flush();
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
