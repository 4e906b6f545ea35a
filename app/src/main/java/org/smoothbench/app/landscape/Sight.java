package org.smoothbench.app.landscape;

/** How landscapes are drawn. */
public enum Sight {
    /** As surfaces to fly around. */
    SURFACE("Surface"),
    /** From above, with colours and contour lines. */
    MAP("Map");

    private final String label;

    Sight(String label) {
        this.label = label;
    }

    /** What its button says. */
    String label() {
        return label;
    }
}
