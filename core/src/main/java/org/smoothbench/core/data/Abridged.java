package org.smoothbench.core.data;

import java.util.List;

/** Names in a message: the first ten, and how many more there are. */
final class Abridged {

    private static final int MOST = 10;

    private Abridged() {}

    static String list(List<String> names) {
        return names.size() <= MOST
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
    }
}
