package org.smoothbench.viz.surface;

import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.field.ClassColours;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;

/** The colours of everything but the surface itself, as opaque ARGB. Immutable; any thread. */
record SurfaceLook(
        Theme theme,
        int background,
        int floor,
        int wall,
        int grid,
        int edge,
        int text,
        int path,
        int casing,
        int clean,
        int adversarial,
        int section) {

    static SurfaceLook of(ChartStyle style) {
        var dark = style.theme() == Theme.DARK;
        var background = style.background();
        return new SurfaceLook(
                style.theme(),
                argb(background),
                argb(background.interpolate(style.grid(), dark ? 0.35 : 0.3)),
                argb(background.interpolate(style.grid(), dark ? 0.18 : 0.13)),
                argb(background.interpolate(style.grid(), dark ? 1.3 : 0.9)),
                argb(background.interpolate(style.muted(), 0.75)),
                argb(style.text()),
                0xffff4b3e,
                0xff16191d,
                0xfff6f8fa,
                0xffff4b3e,
                argb(SeriesPalette.colourBlindSafe().colour(4, Theme.DARK)));
    }

    /** The colour of a class. */
    int classColour(ClassColours classes, short id) {
        return id == ScalarField.NO_CLASS ? grid : argb(classes.colour(id, theme, colour(background)));
    }

    static int argb(Color colour) {
        return 0xff000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    /** A share of the way from one opaque colour to another. */
    static int mixed(int from, int to, double share) {
        var weight = (int) Math.round(Math.clamp(share, 0, 1) * 256);
        return PixelGrid.blended(from, to, weight);
    }
}
