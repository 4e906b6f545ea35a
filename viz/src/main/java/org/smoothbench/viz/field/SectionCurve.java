package org.smoothbench.viz.field;

import org.jspecify.annotations.Nullable;

/**
 * A field that a section is taken of.
 *
 * @param name what the legend calls it, e.g. the model
 * @param paletteIndex its colour, see {@link org.smoothbench.viz.palette.SeriesPalette#colour}
 * @param low the lower edge of its band, e.g. the 10 % quantile over images; null for none
 * @param high the upper edge of its band, e.g. the 90 % quantile; null for none
 */
public record SectionCurve(
        String name,
        int paletteIndex,
        ScalarField field,
        @Nullable ScalarField low,
        @Nullable ScalarField high) {
    /** A field without a band. */
    public SectionCurve(String name, int paletteIndex, ScalarField field) {
        this(name, paletteIndex, field, null, null);
    }

    double value(double x, double y) {
        return field.at(x, y);
    }

    /** NaN without a band. */
    double low(double x, double y) {
        return low == null ? Double.NaN : low.at(x, y);
    }

    /** NaN without a band. */
    double high(double x, double y) {
        return high == null ? Double.NaN : high.at(x, y);
    }

    boolean hasBand() {
        return low != null && high != null;
    }
}
