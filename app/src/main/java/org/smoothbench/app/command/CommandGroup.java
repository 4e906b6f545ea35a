package org.smoothbench.app.command;

/** The menus, in their order. */
public enum CommandGroup {
    /** Files, folders and the window itself. */
    FILE("File"),
    /** Changes to what is edited or selected. */
    EDIT("Edit"),
    /** What is done with runs. */
    RUN("Run"),
    /** What is shown, and how. */
    VIEW("View"),
    /** Charts and their export. */
    CHART("Chart"),
    /** Runs beside each other. */
    COMPARE("Compare"),
    /** Surfaces of the loss. */
    LANDSCAPE("Landscape"),
    /** Images under attack. */
    ADVERSARY("Adversary"),
    /** Explanations. */
    HELP("Help");

    private final String label;

    CommandGroup(String label) {
        this.label = label;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }
}
