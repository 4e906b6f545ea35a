package org.smoothbench.core.schema;

/**
 * One place where a specification breaks its description.
 *
 * @param path the JSON path, such as {@code $.training.epochs}
 * @param expected what would have been right
 * @param found what stands there
 */
public record Violation(String path, String expected, String found) {

    /** The violation without its path, as one clause. */
    public String text() {
        return "expected " + expected + ", found " + found;
    }
}
