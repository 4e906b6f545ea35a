package org.smoothbench.core.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.smoothbench.core.evaluation.EvaluationObserver;

/** Shows an evaluation in a terminal: a line that is rewritten, and one that stays for each part. */
final class EvaluationProgress implements EvaluationObserver {

    private final PrintWriter out;
    private final StudyProgress line;

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
    public void progressed(String part, int done, int total, int standing) {
        String text = String.format(Locale.ROOT, "  %s  %d/%d images  %d standing", part, done, total, standing);
        if (done < total) {
            line.show(text);
        } else {
            say(text);
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
