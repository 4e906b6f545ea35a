package org.smoothbench.app.programlog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A warning or an error of the program.
 *
 * @param time when
 * @param error whether it is an error, as against a warning
 * @param where the class that told it
 * @param message what it told
 * @param trace what lies behind it, as a stack trace; may be empty
 */
record LogEntry(Instant time, boolean error, String where, String message, String trace) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    String clock() {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    String level() {
        return error ? "error" : "warning";
    }

    /** One line, and the stack trace if there is one, to be pasted into a report. */
    String text() {
        return time + "  " + level() + "  " + where + ": " + message + (trace.isEmpty() ? "" : "\n" + trace.strip());
    }
}
