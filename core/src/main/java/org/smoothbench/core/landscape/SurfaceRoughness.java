package org.smoothbench.core.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smoothbench.core.smoothness.Distribution;

/** Finds second differences and jumps of the slope on one layer of a surface; {@link Roughness} says what they are. */
public final class SurfaceRoughness {

    /** A jump is more than so much of the mean absolute slope. */
    public static final double LEAST_JUMP = 0.1;

    /** A jump is more than so many times what the slope changes beside it. */
    public static final double OUTSTANDING = 3;

    private final float[] values;
    private final int columns;
    private final int rows;
    private final double across;
    private final double along;

    /**
     * Looks at a layer.
     *
     * @param values row after row
     * @param first the axis of the columns
     * @param second the axis of the rows
     */
    public SurfaceRoughness(float[] values, Axis first, Axis second) {
        this.values = values;
        this.columns = first.count();
        this.rows = second.count();
        this.across = first.spacing();
        this.along = second.spacing();
    }

    /**
     * A place where the slope along a grid line jumps: at vertex {@code at}, {@code at} + 1 or between them.
     *
     * @param alongFirst whether the line runs along the first axis
     * @param line the row of a line along the first axis, or the column of one along the second
     * @param at the vertex on the line, counted from 0
     * @param size how much the slope changes, in nats per unit
     */
    public record Jump(boolean alongFirst, int line, int at, double size) {}

    /** Second differences along the first axis. */
    public Roughness.SecondDifferences first() {
        return secondDifferences(rows, columns, columns, 1, across);
    }

    /** Second differences along the second axis. */
    public Roughness.SecondDifferences second() {
        return secondDifferences(columns, rows, 1, columns, along);
    }

    private Roughness.SecondDifferences secondDifferences(int lines, int count, int lineStep, int step, double h) {
        double[] all = new double[lines * Math.max(0, count - 2)];
        int filled = 0;
        for (int line = 0; line < lines; line++) {
            for (int i = 1; i < count - 1; i++) {
                all[filled++] = Math.abs(change(line * lineStep + i * step, step)) / (h * h);
            }
        }
        double[] sorted = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
        return new Roughness.SecondDifferences(
                sorted.length,
                all.length - sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    /** The second difference at a vertex, not divided by anything. */
    private double change(int index, int step) {
        return (double) values[index + step] - 2.0 * values[index] + values[index - step];
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : Distribution.quantile(sorted, share);
    }

    /** How many jumps there are, against how many places. */
    public Roughness.Jumps jumps() {
        double mean = meanSlope();
        List<Jump> found = found(mean);
        double largest = found.stream().mapToDouble(Jump::size).max().orElse(0);
        return new Roughness.Jumps(
                found.size(),
                places(rows, columns) + places(columns, rows),
                mean,
                found.isEmpty() ? 0 : largest / mean);
    }

    private static int places(int lines, int count) {
        return lines * Math.max(0, count - 5);
    }

    /** The jumps along the first axis, then those along the second. */
    public List<Jump> found() {
        return found(meanSlope());
    }

    private List<Jump> found(double mean) {
        List<Jump> found = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            collect(true, row, columns, row * columns, 1, across, mean, found);
        }
        for (int column = 0; column < columns; column++) {
            collect(false, column, rows, column, columns, along, mean, found);
        }
        return found;
    }

    private void collect(
            boolean alongFirst, int line, int count, int offset, int step, double h, double mean, List<Jump> found) {
        double[] changes = new double[Math.max(0, count)];
        for (int i = 1; i < count - 1; i++) {
            changes[i] = change(offset + i * step, step) / h;
        }
        boolean beforeToo = false;
        for (int i = 2; i < count - 3; i++) {
            double size = Math.abs(changes[i] + changes[i + 1]);
            double beside = Math.abs(changes[i - 1]) + Math.abs(changes[i + 2]);
            boolean jumps = size > LEAST_JUMP * mean && size > OUTSTANDING * beside;
            if (jumps && beforeToo) {
                // A kink at or near a vertex stands out in both pairs it belongs to: the larger one has all of it.
                beforeToo = false;
                if (size > found.getLast().size()) {
                    found.set(found.size() - 1, new Jump(alongFirst, line, i, size));
                }
            } else {
                beforeToo = jumps;
                if (jumps) {
                    found.add(new Jump(alongFirst, line, i, size));
                }
            }
        }
    }

    private double meanSlope() {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int index = row * columns + column;
                double toTheRight = column + 1 < columns
                        ? Math.abs((double) values[index + 1] - values[index]) / across
                        : Double.NaN;
                double up = row + 1 < rows
                        ? Math.abs((double) values[index + columns] - values[index]) / along
                        : Double.NaN;
                for (double slope : new double[] {toTheRight, up}) {
                    sum += Double.isFinite(slope) ? slope : 0;
                    count += Double.isFinite(slope) ? 1 : 0;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
