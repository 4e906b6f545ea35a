package org.smoothbench.viz.palette;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of series: one index keeps its hue in both themes. Immutable; any thread.
 *
 * @param light the colours on a light background, by index
 * @param dark the colours on a dark background, by index, as many as {@code light}
 */
public record SeriesPalette(List<Color> light, List<Color> dark) {
    // Okabe and Ito's hues. Darkened for white and lightened for #0d1117 until every line has a contrast of 3 and every
    // pair stays apart for the common kinds of colour blindness; their yellow reads as brown on white.
    private static final SeriesPalette COLOUR_BLIND_SAFE = new SeriesPalette(
            colours("#0072b2", "#d55e00", "#008f68", "#b4568c", "#6b4a00", "#3d9bd6", "#24292f"),
            colours("#56a8f5", "#f0803c", "#2fbf8f", "#d98cb8", "#f0d24a", "#a5d8ff", "#e6edf3"));

    /**
     * Copies both lists.
     *
     * @throws IllegalArgumentException if the lists are empty or differ in length
     */
    public SeriesPalette {
        light = List.copyOf(light);
        dark = List.copyOf(dark);
        if (light.isEmpty() || light.size() != dark.size()) {
            throw new IllegalArgumentException("a palette needs as many light as dark colours, and at least one, not "
                    + light.size() + " and " + dark.size());
        }
    }

    /** Seven colours, blue, vermilion, green, purple, brown/yellow, sky and ink, that colour-blind people tell apart. */
    public static SeriesPalette colourBlindSafe() {
        return COLOUR_BLIND_SAFE;
    }

    /**
     * The colour of an index.
     *
     * @param index any integer; beyond the last colour it starts again from the first, so vary the line style too
     * @param theme the background that the colour must stand out from
     */
    public Color colour(int index, Theme theme) {
        var colours = switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
        return colours.get(Math.floorMod(index, colours.size()));
    }

    /** The number of different colours, at least 1. */
    public int size() {
        return light.size();
    }

    private static List<Color> colours(String... hex) {
        return List.of(hex).stream().map(Color::web).toList();
    }
}
