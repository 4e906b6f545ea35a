package org.smoothbench.viz.image;

import javafx.scene.paint.Color;

/**
 * Colours of changes: nothing is the background, darker goes to blue and lighter to vermilion, which the colour-blind see.
 *
 * @param darker of a change of -1
 * @param none of no change
 * @param lighter of a change of 1
 */
public record SignedColours(Color darker, Color none, Color lighter) {
    /** On a light background. */
    public static final SignedColours LIGHT =
            new SignedColours(Color.web("#0072b2"), Color.web("#ffffff"), Color.web("#d55e00"));

    /** On a dark background. */
    public static final SignedColours DARK =
            new SignedColours(Color.web("#56a8f5"), Color.web("#0d1117"), Color.web("#f0803c"));

    /** The colours that suit a theme. */
    public static SignedColours of(org.smoothbench.viz.palette.Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    /**
     * The colour of a change, without opacity.
     *
     * @param change from -1 to 1; what is beyond counts as the nearer end, what is no number as nothing
     */
    public int rgb(double change) {
        var clamped = Double.isNaN(change) ? 0 : Math.clamp(change, -1, 1);
        var colour = none.interpolate(clamped < 0 ? darker : lighter, Math.abs(clamped));
        return channel(colour.getRed()) << 16 | channel(colour.getGreen()) << 8 | channel(colour.getBlue());
    }

    private static int channel(double value) {
        return (int) Math.round(value * 255);
    }
}
