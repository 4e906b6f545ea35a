package org.smoothbench.core.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses which of the known names was meant by a misspelt one. */
public final class NearestName {

    private NearestName() {}

    /** {@code " (did you mean "x"?)"} for the nearest known name, or an empty text if none is near. */
    public static String hint(String given, Collection<String> known) {
        int tolerated = Math.max(1, given.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(given, name)))
                .filter(name -> distance(given, name) <= tolerated)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElse("");
    }

    /** The Levenshtein distance, ignoring case. */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
