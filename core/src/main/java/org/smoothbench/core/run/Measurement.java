package org.smoothbench.core.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured at one moment of training; one line of {@code metrics.jsonl}.
 *
 * @param step completed steps
 * @param epoch completed epochs, with the fraction of the current one
 * @param timeMillis when, milliseconds since 1970
 * @param values the numbers; one that is not finite moves to {@code notFinite}
 * @param notFinite metrics that came out infinite or not a number, with what they were
 */
public record Measurement(
        long step, double epoch, long timeMillis, Map<Metric, Double> values, Map<Metric, String> notFinite) {

    public Measurement {
        Map<Metric, Double> finite = new EnumMap<>(Metric.class);
        Map<Metric, String> others = new EnumMap<>(Metric.class);
        others.putAll(notFinite);
        values.forEach((metric, value) -> {
            if (Double.isFinite(value)) {
                finite.put(metric, value);
            } else {
                others.put(metric, value.toString());
            }
        });
        values = Collections.unmodifiableMap(finite);
        notFinite = Collections.unmodifiableMap(others);
    }

    /** One number, if it was measured here. */
    public OptionalDouble value(Metric metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
