package org.smoothbench.core.smoothness;

/**
 * A metric as a report has it: what it is, and how it came out.
 *
 * @param key for scripts, such as {@code gradient-alignment}
 * @param name for people
 * @param formula in words and symbols
 * @param source where the metric comes from
 * @param unit of the numbers
 * @param direction how to read them, such as {@code smaller is smoother}
 * @param distribution over images
 * @param inapplicable why it means nothing for this model; empty where it was measured
 */
public record MetricResult(
        String key,
        String name,
        String formula,
        String source,
        String unit,
        String direction,
        Distribution distribution,
        String inapplicable) {

    /** Whether there are numbers. */
    public boolean measured() {
        return inapplicable.isEmpty();
    }
}
