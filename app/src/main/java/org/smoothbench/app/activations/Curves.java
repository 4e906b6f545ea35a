package org.smoothbench.app.activations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.viz.curve.Curve;

/**
 * The functions to draw, in the order of the page.
 *
 * @param values f
 * @param first f', with a gap where it jumps
 * @param second f'', with a gap where it or f' jumps
 */
public record Curves(List<Curve> values, List<Curve> first, List<Curve> second) {

    static final Curves NONE = new Curves(List.of(), List.of(), List.of());

    private static final List<Double> ZERO = List.of(0.0);

    static Curves of(List<PlottedActivation> plotted) {
        Curves curves = new Curves(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Integer> seen = new HashMap<>();
        for (PlottedActivation one : plotted) {
            Activation f = one.activation();
            int count = seen.merge(f.label(), 1, Integer::sum);
            String name = count == 1 ? f.label() : f.label() + " #" + count;
            boolean kink = one.facts().first().jumps();
            boolean bend = kink || one.facts().second().jumps();
            curves.values.add(new Curve(name, one.slot(), f::value, List.of()));
            curves.first.add(new Curve(name, one.slot(), f::firstDerivative, kink ? ZERO : List.of()));
            curves.second.add(new Curve(name, one.slot(), f::secondDerivative, bend ? ZERO : List.of()));
        }
        return curves;
    }
}
