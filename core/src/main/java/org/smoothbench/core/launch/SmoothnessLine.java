package org.smoothbench.core.launch;

import java.util.Locale;
import java.util.Optional;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;

/** What a measurement says of smoothness, on one line for people. */
public final class SmoothnessLine {

    private SmoothnessLine() {}

    /** The line; empty if smoothness was not measured. */
    public static Optional<String> of(Measurement m) {
        if (m.value(Metric.SMOOTHNESS_EXAMPLES).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "smoothness after epoch %.0f: gradient alignment %s, FGSM-PGD alignment %s, linearity error %s, curvature %s,"
                        + " kinks crossed %s (medians of %.0f images, %.1f s)",
                m.epoch(),
                number(m, Metric.GRADIENT_ALIGNMENT),
                number(m, Metric.FGSM_PGD_ALIGNMENT),
                number(m, Metric.LOCAL_LINEARITY),
                number(m, Metric.CURVATURE),
                number(m, Metric.KINK_CROSSING),
                m.value(Metric.SMOOTHNESS_EXAMPLES).orElse(0),
                m.value(Metric.SMOOTHNESS_SECONDS).orElse(0)));
    }

    private static String number(Measurement m, Metric metric) {
        return m.value(metric).isPresent()
                ? String.format(Locale.ROOT, "%.3g", m.value(metric).getAsDouble())
                : "-";
    }
}
