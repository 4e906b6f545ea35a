package org.smoothbench.app.charts;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.run.Metric;
import org.smoothbench.viz.chart.Range;

/**
 * What a chart is about.
 *
 * @param id what files call it; never changes
 * @param title what people call it
 * @param lines what is drawn of each run
 * @param left the vertical axis on the left
 * @param right the one on the right, if any line is read from it
 * @param always whether its lines are there before anything was measured
 */
public record ChartSpec(
        String id, String title, List<ChartLine> lines, Side left, Optional<Side> right, boolean always) {

    /**
     * A vertical axis.
     *
     * @param title the quantity
     * @param unit its unit; may be empty
     * @param range what it spans, if that does not follow from the data
     * @param limits what values there can be, if not any
     */
    public record Side(String title, String unit, Optional<Range> range, Optional<Range> limits) {

        private static final Range PERCENT = new Range(0, 100);

        /** An axis that follows the data. */
        public static Side of(String title, String unit) {
            return new Side(title, unit, Optional.empty(), Optional.empty());
        }

        /** An axis that follows the data, which are shares of a whole. */
        static Side percent(String title) {
            return new Side(title, "%", Optional.empty(), Optional.of(PERCENT));
        }

        /** An axis from nothing to the whole, which says the same of any run. */
        public static Side wholePercent(String title) {
            return new Side(title, "%", Optional.of(PERCENT), Optional.of(PERCENT));
        }
    }

    public ChartSpec {
        lines = List.copyOf(lines);
    }

    /** Whether its lines scatter, so that smoothing says more: what a schedule set is drawn as it was set. */
    boolean scatters() {
        return lines.stream().noneMatch(line -> line.metric() == Metric.LEARNING_RATE);
    }

    /** A chart with one axis, shown where something was measured. */
    static ChartSpec of(String id, String title, Side left, ChartLine... lines) {
        return new ChartSpec(id, title, List.of(lines), left, Optional.empty(), false);
    }
}
