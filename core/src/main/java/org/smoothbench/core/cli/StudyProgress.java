package org.smoothbench.core.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** One line on the error stream of a terminal that tells how far a study is; nothing elsewhere. */
final class StudyProgress {

    private final PrintWriter err;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private int length;

    StudyProgress(PrintWriter err) {
        this.err = err;
    }

    void show(String line) {
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
            err.flush();
            length = line.length();
        }
    }

    void clear() {
        if (length > 0) {
            err.print("\r" + " ".repeat(length) + "\r");
            err.flush();
            length = 0;
        }
    }
}
