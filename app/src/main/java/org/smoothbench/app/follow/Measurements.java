package org.smoothbench.app.follow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.smoothbench.core.run.Metric;

/**
 * What was measured in a run, metric by metric, in the order of the file. Immutable; any thread. A newer one shares its
 * numbers with those before it, so handing over one costs the same however long the run is.
 */
public final class Measurements {

    /** Nothing measured. */
    public static final Measurements NONE = new MeasurementTable().snapshot();

    private final long generation;
    private final int rows;
    private final long[] steps;
    private final double[] epochs;
    private final long[] times;
    private final Map<Metric, Column> columns;
    private final Optional<NotFinite> firstNotFinite;
    private final long notFiniteCount;

    /**
     * The first number that was none.
     *
     * @param metric what was measured
     * @param text what it was, such as {@code NaN}
     * @param epoch when
     */
    public record NotFinite(Metric metric, String text, double epoch) {}

    /** The rows a metric was measured in, with its values there. */
    public static final class Column {

        private static final Column NONE = new Column(new int[0], new double[0], 0);

        private final int[] rows;
        private final double[] values;
        private final int size;

        Column(int[] rows, double[] values, int size) {
            this.rows = rows;
            this.values = values;
            this.size = size;
        }

        /** How often the metric was measured. */
        public int size() {
            return size;
        }

        /** The row of a measurement, ascending. */
        public int row(int index) {
            return rows[Objects.checkIndex(index, size)];
        }

        /** A value as the file has it; NaN for what was measured and is no finite number. */
        public double value(int index) {
            return values[Objects.checkIndex(index, size)];
        }
    }

    Measurements(
            long generation,
            int rows,
            long[] steps,
            double[] epochs,
            long[] times,
            Map<Metric, Column> columns,
            Optional<NotFinite> firstNotFinite,
            long notFiniteCount) {
        this.generation = generation;
        this.rows = rows;
        this.steps = steps;
        this.epochs = epochs;
        this.times = times;
        EnumMap<Metric, Column> copy = new EnumMap<>(Metric.class);
        copy.putAll(columns);
        this.columns = Collections.unmodifiableMap(copy);
        this.firstNotFinite = firstNotFinite;
        this.notFiniteCount = notFiniteCount;
    }

    /** Which beginning of the file this is: within one, rows are only added; in another, all is read anew. */
    public long generation() {
        return generation;
    }

    /** How many moments were measured. */
    public int rows() {
        return rows;
    }

    /** Completed steps at a moment. */
    public long step(int row) {
        return steps[Objects.checkIndex(row, rows)];
    }

    /** Completed epochs at a moment, with the fraction of the current one; finite. */
    public double epoch(int row) {
        return epochs[Objects.checkIndex(row, rows)];
    }

    /** When a moment was, in milliseconds since 1970. */
    public long timeMillis(int row) {
        return times[Objects.checkIndex(row, rows)];
    }

    /** The last moment that is not after a time; -1 if there is none. */
    public int rowAt(long timeMillis) {
        int low = 0;
        int high = rows;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= timeMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** What was measured at least once. */
    public Set<Metric> metrics() {
        return columns.keySet();
    }

    /** Where a metric was measured and what it was; empty for one that was not. */
    public Column column(Metric metric) {
        return columns.getOrDefault(metric, Column.NONE);
    }

    /** The first value that was no finite number. */
    public Optional<NotFinite> firstNotFinite() {
        return firstNotFinite;
    }

    /** How many values were no finite numbers. */
    public long notFiniteCount() {
        return notFiniteCount;
    }
}
