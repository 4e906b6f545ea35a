package org.smoothbench.app.activations;

/** What the page shows of the activations. */
public enum Sight {
    /** Value and derivatives. */
    CURVES("Curves"),
    /** The first derivative around 0, and its limits. */
    KINK("Kink at 0"),
    /** One activation with another's derivative behind it. */
    PROBE("Gradient probe");

    private final String label;

    Sight(String label) {
        this.label = label;
    }

    /** What its button says. */
    public String label() {
        return label;
    }
}
