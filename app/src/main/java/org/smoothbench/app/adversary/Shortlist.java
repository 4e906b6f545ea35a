package org.smoothbench.app.adversary;

/** Which images the grid shows, by what the first model does on them. */
enum Shortlist {
    ALL("All"),
    RIGHT("Withstands"),
    FOOLED("Fooled"),
    WRONG("Wrong");

    private final String label;

    Shortlist(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
