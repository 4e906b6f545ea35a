package org.smoothbench.viz.palette;

import javafx.scene.paint.Color;

/** Whether pictures stand on a light or on a dark background. */
public enum Theme {
    /** Dark text on a light background. */
    LIGHT,
    /** Light text on a dark background. */
    DARK;

    /** The luminance at which black and white contrast equally: (L + 0.05)² = 0.05 · 1.05. */
    private static final double MIDDLE_LUMINANCE = 0.179;

    /**
     * The theme that a text colour gives away, so that no second setting can contradict the style sheet.
     *
     * @param text the colour of ordinary text
     * @return {@link #DARK} if the text is light, else {@link #LIGHT}
     */
    public static Theme ofText(Color text) {
        return Contrast.luminance(text) > MIDDLE_LUMINANCE ? DARK : LIGHT;
    }
}
