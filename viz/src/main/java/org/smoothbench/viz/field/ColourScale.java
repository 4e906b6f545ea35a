package org.smoothbench.viz.field;

import java.util.Collection;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.Range;

/**
 * Which number has which colour. Immutable; any thread.
 *
 * @param values the first and the last colour's; numbers beyond them have the colour of the nearer end
 */
public record ColourScale(ColourMap map, Range values) {
    /** The scale of numbers that may all be holes. */
    private static final Range NOTHING = new Range(0, 1);

    /**
     * One scale for fields that are to be compared: from the least number of all to the greatest. A map that diverges reaches
     * equally far on both sides of zero.
     */
    public static ColourScale over(ColourMap map, Collection<ScalarField> fields) {
        var min = fields.stream()
                .filter(ColourScale::hasNumbers)
                .mapToDouble(ScalarField::min)
                .min();
        var max = fields.stream()
                .filter(ColourScale::hasNumbers)
                .mapToDouble(ScalarField::max)
                .max();
        if (min.isEmpty() || max.isEmpty()) {
            return new ColourScale(map, NOTHING);
        }
        if (map.isDiverging()) {
            var reach = Math.max(Math.abs(min.getAsDouble()), Math.abs(max.getAsDouble()));
            return new ColourScale(map, Range.covering(-reach, reach));
        }
        return new ColourScale(map, Range.covering(min.getAsDouble(), max.getAsDouble()));
    }

    private static boolean hasNumbers(ScalarField field) {
        return !Double.isNaN(field.min());
    }

    /** How far a number is on the way from the first colour to the last: below 0 and above 1 outside, NaN for NaN. */
    public double share(double value) {
        return (value - values.min()) / values.width();
    }

    /** The colour of a number as opaque ARGB. Holes have no colour: ask before. */
    public int argb(double value) {
        return map.argb(share(value));
    }

    /** The colour of a number. */
    public Color colour(double value) {
        return map.colour(share(value));
    }
}
