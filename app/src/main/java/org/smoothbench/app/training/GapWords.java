package org.smoothbench.app.training;

import java.util.Locale;
import java.util.Optional;
import org.smoothbench.app.follow.Measurements;

/** Says where measured values were no numbers: a gap in a curve could also mean that nothing was measured. */
final class GapWords {

    private GapWords() {}

    /** What was measured and is no number, in words; empty if there is nothing. */
    static String of(Measurements measurements) {
        Optional<String> first = measurements
                .firstNotFinite()
                .map(value -> String.format(
                        Locale.ROOT, "%s was %s at epoch %.2f", value.metric().label(), value.text(), value.epoch()));
        long others = measurements.notFiniteCount() - 1;
        return first.map(text -> others == 0
                        ? text + ": the curve has a gap there."
                        : text + ", and %d more values were no numbers: the curves have gaps there.".formatted(others))
                .orElse("");
    }
}
