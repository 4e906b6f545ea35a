package org.smoothbench.app.follow;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.smoothbench.app.follow.Measurements.Column;
import org.smoothbench.app.follow.Measurements.NotFinite;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;

/**
 * Collects measurements and hands out what it has so far. It only writes beyond what was handed out, so nothing is copied
 * but where an array is full. One thread at a time.
 */
final class MeasurementTable {

    private static final int FIRST_ROOM = 64;

    private long generation;
    private int rows;
    private long[] steps = new long[FIRST_ROOM];
    private double[] epochs = new double[FIRST_ROOM];
    private long[] times = new long[FIRST_ROOM];
    private final Map<Metric, Growing> columns = new EnumMap<>(Metric.class);
    private Optional<NotFinite> firstNotFinite = Optional.empty();
    private long notFiniteCount;

    /** Adds a moment; one without a place on an axis of epochs is passed over. */
    void add(Measurement measurement) {
        if (!Double.isFinite(measurement.epoch())) {
            return;
        }
        if (rows == steps.length) {
            int room = rows + (rows >> 1);
            steps = Arrays.copyOf(steps, room);
            epochs = Arrays.copyOf(epochs, room);
            times = Arrays.copyOf(times, room);
        }
        steps[rows] = measurement.step();
        epochs[rows] = measurement.epoch();
        times[rows] = measurement.timeMillis();
        measurement.values().forEach(this::add);
        measurement.notFinite().forEach((metric, text) -> {
            add(metric, Double.NaN);
            if (notFiniteCount++ == 0) {
                firstNotFinite = Optional.of(new NotFinite(metric, text, measurement.epoch()));
            }
        });
        rows++;
    }

    private void add(Metric metric, double value) {
        columns.computeIfAbsent(metric, missing -> new Growing()).add(rows, value);
    }

    /** Forgets everything, because the file began anew. */
    void restart() {
        generation++;
        rows = 0;
        // What was handed out keeps the old arrays.
        steps = new long[FIRST_ROOM];
        epochs = new double[FIRST_ROOM];
        times = new long[FIRST_ROOM];
        columns.clear();
        firstNotFinite = Optional.empty();
        notFiniteCount = 0;
    }

    /** Everything so far. */
    Measurements snapshot() {
        Map<Metric, Column> known = new EnumMap<>(Metric.class);
        columns.forEach((metric, column) -> known.put(metric, column.snapshot()));
        return new Measurements(generation, rows, steps, epochs, times, known, firstNotFinite, notFiniteCount);
    }

    private static final class Growing {

        private int[] rows = new int[8];
        private double[] values = new double[8];
        private int size;

        void add(int row, double value) {
            if (size == rows.length) {
                int room = size + (size >> 1);
                rows = Arrays.copyOf(rows, room);
                values = Arrays.copyOf(values, room);
            }
            rows[size] = row;
            values[size] = value;
            size++;
        }

        Column snapshot() {
            return new Column(rows, values, size);
        }
    }
}
