package org.smoothbench.app.runs.filter;

/**
 * A term that cannot be understood.
 *
 * @param term the term as it was typed
 * @param expected what should stand there
 */
public record FilterMistake(String term, String expected) implements ParsedFilter {

    /** Both as one sentence. */
    public String text() {
        return "“" + term + "”: expected " + expected;
    }
}
