package org.smoothbench.app.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the page shows of runs. */
public enum Sight {
    /** Accuracy against robustness. */
    ACCURACY("Accuracy and robustness"),
    /** What differs between the compared runs. */
    SETTINGS("Settings that differ"),
    /** Two specifications. */
    DIFF("Two specifications");

    private final String label;

    Sight(String label) {
        this.label = label;
    }

    /** What its button says. */
    public String label() {
        return label;
    }

    /** What files and ids call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sight> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
