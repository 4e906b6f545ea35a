package org.smoothbench.core.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.smoothbench.core.attack.Passes;
import org.smoothbench.core.evaluation.EvaluationObserver;

/** Shows an evaluation in a terminal: a line that is rewritten, and one that stays for each part. */
final class EvaluationProgress implements EvaluationObserver {

    private static final long REWRITE_NANOS = 500_000_000L;

    private final PrintWriter out;
    private final StudyProgress line;
    private long lastWorking = System.nanoTime();
    private String done = "";

    /**
     * A display.
     *
     * @param out takes the lines that stay
     * @param line is rewritten
     */
    EvaluationProgress(PrintWriter out, StudyProgress line) {
        this.out = out;
        this.line = line;
    }

    @Override
    public void progressed(String part, int finished, int total, int standing) {
        String text = String.format(Locale.ROOT, "  %s  %d/%d images  %d standing", part, finished, total, standing);
        if (finished < total) {
            done = text;
            line.show(text);
        } else {
            done = "";
            say(text);
        }
    }

    @Override
    public void working(String part, int images, Passes soFar) {
        long now = System.nanoTime();
        if (now - lastWorking >= REWRITE_NANOS) {
            lastWorking = now;
            line.show(String.format(
                    Locale.ROOT,
                    "%s  %s: %d images, %,d forward and %,d gradient passes",
                    done,
                    part,
                    images,
                    soFar.forward(),
                    soFar.gradient()));
        }
    }

    @Override
    public void noticed(String message) {
        say("  " + message);
    }

    private void say(String text) {
        line.clear();
        out.println(text);
        out.flush();
    }
}
