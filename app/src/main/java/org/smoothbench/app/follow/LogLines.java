package org.smoothbench.app.follow;

import java.util.List;

/**
 * The end of a log file.
 *
 * @param first the number of the first line here, from 0; as many lines went before it
 * @param lines the lines, oldest first
 */
public record LogLines(long first, List<String> lines) {

    /** No line. */
    public static final LogLines NONE = new LogLines(0, List.of());

    public LogLines {
        lines = List.copyOf(lines);
    }
}
