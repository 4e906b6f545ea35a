package org.smoothbench.viz.field;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.paint.Color;

/**
 * Colours for numbers, in {@value #STEPS} steps that look equally far apart. Where each comes from stands in its file beside
 * this class. Immutable; any thread.
 */
// Nobody gets hold of the arrays.
@SuppressWarnings("ImmutableEnumChecker")
public enum ColourMap {
    /** From dark blue over green to yellow. */
    VIRIDIS("viridis", false),
    /** From dark blue over grey to yellow: the same to people with and without red-green blindness. */
    CIVIDIS("cividis", false),
    /** From black over purple to a pale yellow. */
    MAGMA("magma", false),
    /** From blue over light grey to red, for numbers below and above zero. */
    COOLWARM("coolwarm", true);

    /** How many colours a map has. */
    public static final int STEPS = 256;

    private final String title;
    private final boolean diverging;
    private final int[] argb;
    private final List<Color> colours;

    ColourMap(String title, boolean diverging) {
        this.title = title;
        this.diverging = diverging;
        this.argb = read(title + ".txt");
        this.colours = Arrays.stream(argb)
                .mapToObj(one -> Color.rgb(one >> 16 & 0xff, one >> 8 & 0xff, one & 0xff))
                .toList();
    }

    /** What the field calls it. */
    public String title() {
        return title;
    }

    /** Whether its middle is a neutral colour, which should mean zero. */
    public boolean isDiverging() {
        return diverging;
    }

    /**
     * The step of a share of the way from the lowest number to the highest.
     *
     * @param share what is outside 0 to 1 counts as the nearer end; NaN as 0
     * @return from 0 to {@value #STEPS} - 1
     */
    public static int step(double share) {
        return Math.clamp((int) (share * STEPS), 0, STEPS - 1);
    }

    /** The colour of a share as opaque ARGB, eight bits each; see {@link #step}. */
    public int argb(double share) {
        return argb[step(share)];
    }

    /** The colour of a share; see {@link #step}. */
    public Color colour(double share) {
        return colours.get(step(share));
    }

    /** A copy of all colours, the lowest number's first, as opaque ARGB. */
    public int[] argbs() {
        return argb.clone();
    }

    /** All colours, the lowest number's first. */
    public List<Color> colours() {
        return colours;
    }

    private static int[] read(String file) {
        var stream = Objects.requireNonNull(ColourMap.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .mapToInt(hex -> 0xff000000 | Integer.parseInt(hex, 16))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
