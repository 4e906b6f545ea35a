package org.smoothbench.app.settings;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.app.look.ThemeChoice;

/**
 * What the window remembers.
 *
 * @param theme the chosen theme
 * @param width of the window, in logical pixels
 * @param height of the window, in logical pixels
 * @param maximized whether it filled the screen
 * @param selectedRun the folder name of the run that was selected
 * @param page the name of the page that was shown; empty for the first
 * @param help whether help was shown
 * @param pages what each page wants to find again, by its name; to be read only
 * @param recentFolders the runs folders that were shown, the last one first
 */
public record Settings(
        ThemeChoice theme,
        double width,
        double height,
        boolean maximized,
        Optional<String> selectedRun,
        String page,
        boolean help,
        JsonObject pages,
        List<Path> recentFolders) {

    /** The smallest window, in logical pixels. */
    public static final double LEAST_WIDTH = 900;

    /** The smallest window, in logical pixels. */
    public static final double LEAST_HEIGHT = 600;

    private static final int MOST_RECENT = 8;

    /** For the first start. */
    public static final Settings FIRST = new Settings(
            ThemeChoice.SYSTEM, 1280, 800, false, Optional.empty(), "", false, new JsonObject(), List.of());

    /** Keeps every number in a range that a window can have. */
    public Settings {
        width = within(width, LEAST_WIDTH, 10000, 1280);
        height = within(height, LEAST_HEIGHT, 10000, 800);
        pages = pages.deepCopy();
        recentFolders = recentFolders.stream().distinct().limit(MOST_RECENT).toList();
    }

    /** The runs folders that were shown, and this one before them. */
    public List<Path> recentFoldersWith(Path now) {
        List<Path> all = new ArrayList<>(List.of(now));
        all.addAll(recentFolders);
        return all;
    }

    private static double within(double value, double least, double most, double otherwise) {
        return value >= least && value <= most ? value : otherwise;
    }
}
