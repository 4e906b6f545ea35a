package org.smoothbench.app.runs.filter;

import java.util.ArrayList;
import java.util.List;

/** Takes a search apart at spaces, except between quotes. */
final class Terms {

    private Terms() {}

    /** The terms with their quotes. */
    static List<String> split(String text) {
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (Character.isWhitespace(c) && !quoted) {
                take(term, terms);
            } else {
                term.append(c);
            }
        }
        take(term, terms);
        return terms;
    }

    private static void take(StringBuilder term, List<String> terms) {
        if (!term.isEmpty()) {
            terms.add(term.toString());
            term.setLength(0);
        }
    }
}
