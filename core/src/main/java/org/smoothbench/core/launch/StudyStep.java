package org.smoothbench.core.launch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a study in another process is, as it prints it on a line of its own.
 *
 * @param share of the work that is done, 0 to 1
 * @param words what is being done
 */
public record StudyStep(double share, String words) {

    private static final Pattern LINE = Pattern.compile("progress (\\d+\\.\\d+) (.*)");

    /** The line that stands for it. */
    public String line() {
        return String.format(Locale.ROOT, "progress %.4f %s", share, words);
    }

    /** The step of a line, if it is one. */
    public static Optional<StudyStep> read(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new StudyStep(Double.parseDouble(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
