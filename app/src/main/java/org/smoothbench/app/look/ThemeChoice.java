package org.smoothbench.app.look;

/** Which theme the user wants. */
public enum ThemeChoice {
    /** As the desktop has it, also when it changes. */
    SYSTEM("System"),
    /** Dark on light. */
    LIGHT("Light"),
    /** Light on dark. */
    DARK("Dark");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }
}
