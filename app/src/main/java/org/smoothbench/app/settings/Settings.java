package org.smoothbench.app.settings;

import java.util.Optional;
import org.smoothbench.app.look.ThemeChoice;

/**
 * What the window remembers.
 *
 * @param theme the chosen theme
 * @param width of the window, in logical pixels
 * @param height of the window, in logical pixels
 * @param maximized whether it filled the screen
 * @param listWidth of the run list, in logical pixels
 * @param selectedRun the folder name of the run that was selected
 */
public record Settings(
        ThemeChoice theme,
        double width,
        double height,
        boolean maximized,
        double listWidth,
        Optional<String> selectedRun) {

    /** The smallest window, in logical pixels. */
    public static final double LEAST_WIDTH = 900;

    /** The smallest window, in logical pixels. */
    public static final double LEAST_HEIGHT = 600;

    /** For the first start. */
    public static final Settings FIRST = new Settings(ThemeChoice.SYSTEM, 1280, 800, false, 300, Optional.empty());

    /** Keeps every number in a range that a window can have. */
    public Settings {
        width = within(width, LEAST_WIDTH, 10000, 1280);
        height = within(height, LEAST_HEIGHT, 10000, 800);
        listWidth = within(listWidth, 100, 5000, 300);
    }

    private static double within(double value, double least, double most, double otherwise) {
        return value >= least && value <= most ? value : otherwise;
    }
}
