package org.smoothbench.app.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** What the window can show between tool bar and status bar, in the order of the navigation. */
public enum WorkbenchPage {
    /** The runs and the page of one. */
    RUNS("Runs", Feather.LIST, KeyCode.DIGIT1),
    /** The editor of specifications. */
    EXPERIMENT("Experiment", Feather.EDIT_3, KeyCode.DIGIT2),
    /** Curves of several runs. */
    CHARTS("Charts", Feather.ACTIVITY, KeyCode.DIGIT3),
    /** Accuracy against robustness, and what differs. */
    COMPARE("Compare", Feather.COLUMNS, KeyCode.DIGIT4),
    /** The activation functions. */
    ACTIVATIONS("Activations", Feather.TRENDING_UP, KeyCode.DIGIT5),
    /** Loss landscapes. */
    LANDSCAPE("Landscape", Feather.TRIANGLE, KeyCode.DIGIT6),
    /** Test images under attack. */
    ADVERSARY("Adversary", Feather.CROSSHAIR, KeyCode.DIGIT7);

    private final String label;
    private final Feather icon;
    private final KeyCode key;

    WorkbenchPage(String label, Feather icon, KeyCode key) {
        this.label = label;
        this.icon = icon;
        this.key = key;
    }

    /** What its button and menu entry say. */
    public String label() {
        return label;
    }

    /** The icon of its button. */
    public Feather icon() {
        return icon;
    }

    /** The key that shows it together with Ctrl. */
    public KeyCode key() {
        return key;
    }

    /** Its name in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page of a name in settings. */
    public static Optional<WorkbenchPage> of(String id) {
        return Arrays.stream(values()).filter(page -> page.id().equals(id)).findFirst();
    }
}
