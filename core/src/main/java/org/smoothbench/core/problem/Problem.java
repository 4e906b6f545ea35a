package org.smoothbench.core.problem;

/**
 * One thing that went wrong, in words for the person who has to mend it.
 *
 * <p>The variants decide how the outside sees it: a mistake in what the user gave ends a command with exit code 2, a run
 * that failed with 1, and a fault of ours with 70 (the {@code EX_SOFTWARE} of sysexits).
 */
public sealed interface Problem {

    /** What happened, as one sentence without a full stop. */
    String what();

    /** The place: a file, a file with line, or a file with JSON path; empty where there is none. */
    String where();

    /** What the user can do about it, as one sentence without a full stop; empty where nothing is known. */
    String remedy();

    /** The exit code of a command that ends with this problem. */
    default int exitCode() {
        return switch (this) {
            case Specification _, Data _, Device _, Usage _ -> 2;
            case RunFailure _ -> 1;
            case Internal _ -> 70;
        };
    }

    /** The problem on one line: {@code where: what; remedy}. */
    default String line() {
        String place = where().isEmpty() ? "" : where() + ": ";
        String mend = remedy().isEmpty() ? "" : "; " + remedy();
        return (place + what() + mend).replace('\n', ' ');
    }

    /** This problem as an exception, to be thrown. */
    default ProblemException asException() {
        return new ProblemException(this, null);
    }

    /** This problem as an exception, to be thrown, with what caused it for the log. */
    default ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }

    /** A specification that cannot be read or asks for something impossible. */
    record Specification(String what, String where, String remedy) implements Problem {}

    /** Images, labels or checkpoints that are missing, damaged or of another kind than expected. */
    record Data(String what, String where, String remedy) implements Problem {}

    /** A device or native library that is missing or cannot be used. */
    record Device(String what, String where, String remedy) implements Problem {}

    /** A command or an action that does not fit: an unknown run, a folder that cannot be written. */
    record Usage(String what, String where, String remedy) implements Problem {}

    /** A run that started and then failed. */
    record RunFailure(String what, String where, String remedy) implements Problem {}

    /** A fault of the program itself. */
    record Internal(String what, String where, String remedy) implements Problem {}
}
