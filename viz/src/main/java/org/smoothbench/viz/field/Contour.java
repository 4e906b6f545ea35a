package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.List;
import org.smoothbench.viz.chart.Ticks;

/**
 * A line with what is written on it.
 *
 * @param label the line's value, with as many decimals as the others need
 */
record Contour(Isoline line, String label) {
    /** The contours of a field at round values of a scale, at most as many values as asked for. */
    static List<Contour> of(ScalarField field, ColourScale scale, int most) {
        var contours = new ArrayList<Contour>();
        var ticks = Ticks.within(scale.values(), Math.max(1, most), 0);
        var isolines = new Isolines(field);
        for (var i = 0; i < ticks.count(); i++) {
            var level = ticks.value(i);
            // At an end of the scale there is an edge rather than a line.
            if (level > scale.values().min() && level < scale.values().max()) {
                var label = ticks.label(i);
                isolines.at(level).forEach(line -> contours.add(new Contour(line, label)));
            }
        }
        return List.copyOf(contours);
    }
}
