package org.smoothbench.app.runs;

import org.smoothbench.core.problem.Problem;

/**
 * Something the user should know that belongs to no run.
 *
 * @param title what happened
 * @param detail where; may be empty
 * @param remedy what to do; may be empty
 */
public record Notice(String title, String detail, String remedy) {

    /** The notice of a problem. */
    public static Notice of(Problem problem) {
        return new Notice(sentence(problem.what()), problem.where(), sentence(problem.remedy()));
    }

    /** Problems begin in lower case and end without a full stop, to fit into lines of a terminal. */
    private static String sentence(String clause) {
        return clause.isEmpty() ? "" : Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }
}
