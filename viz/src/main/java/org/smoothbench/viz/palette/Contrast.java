package org.smoothbench.viz.palette;

import javafx.scene.paint.Color;

/** Contrast of opaque colours as WCAG 2 defines it. Any thread. */
public final class Contrast {
    private Contrast() {}

    /**
     * The contrast ratio of two colours, in either order.
     *
     * @return from 1 (the same luminance) to 21 (black on white); lines need 3, small text 4.5
     */
    public static double ratio(Color one, Color other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /**
     * The relative luminance of a colour; its opacity is ignored.
     *
     * @return from 0 (black) to 1 (white)
     */
    public static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
