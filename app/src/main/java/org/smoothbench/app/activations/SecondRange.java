package org.smoothbench.app.activations;

import java.util.List;
import java.util.Optional;
import org.smoothbench.viz.curve.Interval;

/**
 * How much of the second derivatives is worth showing: a sharp bend may reach 400 where others reach 1, which would flatten
 * all others to a line.
 *
 * @param values what to show
 * @param cut whose peak is cut off, in words
 */
public record SecondRange(Interval values, String cut) {

    /** Peaks that differ by more than this cannot be read off one axis. */
    private static final double MOST = 10;

    /** Room above the highest peak that is shown whole. */
    private static final double ROOM = 1.5;

    /** The range, or nothing if all peaks fit. */
    static Optional<SecondRange> of(List<PlottedActivation> shown) {
        List<PlottedActivation> bent =
                shown.stream().filter(one -> one.facts().curvature().size() > 0).toList();
        double least = bent.stream().mapToDouble(SecondRange::peak).min().orElse(0);
        double kept = bent.stream()
                .mapToDouble(SecondRange::peak)
                .filter(peak -> peak <= MOST * least)
                .max()
                .orElse(0);
        List<String> cut = bent.stream()
                .filter(one -> peak(one) > ROOM * kept)
                .map(one -> one.activation().label() + " reaches " + ActivationWords.number(peak(one)))
                .toList();
        double top = ROOM * kept;
        return cut.isEmpty()
                ? Optional.empty()
                : Optional.of(new SecondRange(new Interval(-top / 3, top), String.join(", ", cut)));
    }

    private static double peak(PlottedActivation one) {
        return one.facts().curvature().size();
    }
}
