package org.smoothbench.viz.chart;

import java.util.Arrays;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Points of one measured quantity in the order in which they were recorded.
 *
 * <p>A point whose y is NaN, infinite or beyond ±1e300 is kept but not drawn: the line has a gap there. If x goes backwards,
 * the line goes backwards too; nothing is sorted or dropped. May be filled on any one thread before a chart gets it; from
 * then on FX thread only.
 */
public final class Series implements Curve {
    private static final double LARGEST_DRAWABLE = 1e300;

    private final String name;
    private final AxisSide side;
    private final int paletteIndex;
    private final LineStyle lineStyle;
    private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision", 0);

    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;
    private long changes;
    private boolean ascending = true;
    private int generation;
    private double @Nullable [] deviations;
    private int @Nullable [] counts;
    /** The lower and the upper edge of each point's band. */
    private double @Nullable [][] band;

    /**
     * An empty, visible series.
     *
     * @param name what the legend and the read-out call it
     * @param side the axis its values are read from
     * @param paletteIndex its colour, see {@link org.smoothbench.viz.palette.SeriesPalette#colour}
     * @param lineStyle its second cue beside the colour
     */
    public Series(String name, AxisSide side, int paletteIndex, LineStyle lineStyle) {
        this.name = name;
        this.side = side;
        this.paletteIndex = paletteIndex;
        this.lineStyle = lineStyle;
    }

    /**
     * Adds a point at the end.
     *
     * @param x in the unit of the x axis, finite
     * @param y in the unit of the series' axis; NaN for "measured, but not a number", which leaves a gap
     * @throws IllegalArgumentException if x is NaN, infinite or beyond ±1e300
     */
    public void append(double x, double y) {
        add(x, y, Double.NaN, 1);
    }

    /**
     * Adds a mean at the end, drawn with a band of one standard deviation on either side.
     *
     * @throws IllegalArgumentException if its x is NaN, infinite or beyond ±1e300
     */
    public void append(MeanPoint point) {
        if (deviations == null) {
            deviations = new double[xs.length];
            counts = new int[xs.length];
            Arrays.fill(deviations, Double.NaN);
            Arrays.fill(counts, 1);
        }
        startBand();
        add(point.x(), point.mean(), point.deviation(), point.count());
        setBand(point.mean() - point.deviation(), point.mean() + point.deviation());
    }

    /**
     * Adds a point with a band between two values, e.g. quantiles.
     *
     * @param low the lower edge, in the unit of the series' axis; NaN for none
     * @param high the upper edge; NaN for none
     * @throws IllegalArgumentException if x is NaN, infinite or beyond ±1e300
     */
    public void append(double x, double y, double low, double high) {
        startBand();
        append(x, y);
        setBand(low, high);
    }

    private void startBand() {
        if (band == null) {
            band = new double[2][xs.length];
            Arrays.fill(band[0], Double.NaN);
            Arrays.fill(band[1], Double.NaN);
        }
    }

    private void setBand(double low, double high) {
        if (band != null) {
            band[0][size - 1] = low;
            band[1][size - 1] = high;
        }
    }

    private void add(double x, double y, double deviation, int count) {
        if (!isDrawable(x)) {
            throw new IllegalArgumentException("x of \"" + name + "\" must be finite, not " + x);
        }
        if (size == xs.length) {
            var capacity = size + (size >> 1) + 1;
            xs = Arrays.copyOf(xs, capacity);
            ys = Arrays.copyOf(ys, capacity);
            if (deviations != null && counts != null) {
                deviations = Arrays.copyOf(deviations, capacity);
                counts = Arrays.copyOf(counts, capacity);
            }
            if (band != null) {
                band = new double[][] {Arrays.copyOf(band[0], capacity), Arrays.copyOf(band[1], capacity)};
            }
        }
        if (band != null) {
            band[0][size] = Double.NaN;
            band[1][size] = Double.NaN;
        }
        ascending &= size == 0 || x >= xs[size - 1];
        xs[size] = x;
        ys[size] = y;
        if (deviations != null && counts != null) {
            deviations[size] = deviation;
            counts[size] = count;
        }
        size++;
        revision.set(++changes);
    }

    /** Removes all points, e.g. because the file they came from started anew. */
    public void clear() {
        size = 0;
        ascending = true;
        generation++;
        deviations = null;
        counts = null;
        band = null;
        revision.set(++changes);
    }

    /** The number of points, gaps included. */
    @Override
    public int size() {
        return size;
    }

    /**
     * The x of a point, in the unit of the x axis.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    @Override
    public double x(int index) {
        return xs[Objects.checkIndex(index, size)];
    }

    /**
     * The y of a point as it was appended, in the unit of the series' axis; possibly NaN or infinite.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    @Override
    public double y(int index) {
        return ys[Objects.checkIndex(index, size)];
    }

    /** Whether any point came with a band. */
    public boolean hasBand() {
        return band != null;
    }

    /** Whether any point came as a mean; its band is one standard deviation wide on either side. */
    public boolean hasDeviations() {
        return deviations != null;
    }

    /**
     * The lower edge of a point's band, in the unit of the series' axis; NaN where there is none.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    public double low(int index) {
        Objects.checkIndex(index, size);
        return band == null ? Double.NaN : band[0][index];
    }

    /**
     * The upper edge of a point's band, in the unit of the series' axis; NaN where there is none.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    public double high(int index) {
        Objects.checkIndex(index, size);
        return band == null ? Double.NaN : band[1][index];
    }

    /**
     * The standard deviation that came with a mean, in the unit of the series' axis; NaN where there is none.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    public double deviation(int index) {
        Objects.checkIndex(index, size);
        return deviations == null ? Double.NaN : deviations[index];
    }

    /**
     * The number of measurements behind a point: 1, unless it came as a mean.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    public int count(int index) {
        Objects.checkIndex(index, size);
        return counts == null ? 1 : counts[index];
    }

    /** Counts how often the series began anew. */
    int generation() {
        return generation;
    }

    /** Whether a point has a finite y, so that it is drawn; else it is a gap. */
    @Override
    public boolean isDrawn(int index) {
        return isDrawable(y(index));
    }

    /** Whether no point so far has a smaller x than the one before it. */
    @Override
    public boolean isAscending() {
        return ascending;
    }

    /**
     * The point nearest in x, gaps included; of several equally near ones that appended last.
     *
     * @return an index, or -1 if there are no points
     */
    public int nearest(double x) {
        if (!ascending) {
            return nearestByScan(x);
        }
        var after = firstAbove(x);
        if (after == 0) {
            return size == 0 ? -1 : firstAbove(xs[0]) - 1;
        }
        if (after == size || x - xs[after - 1] < xs[after] - x) {
            return after - 1;
        }
        return firstAbove(xs[after]) - 1;
    }

    private int nearestByScan(double x) {
        var best = -1;
        for (var i = 0; i < size; i++) {
            if (best < 0 || Math.abs(xs[i] - x) <= Math.abs(xs[best] - x)) {
                best = i;
            }
        }
        return best;
    }

    /** The index of the first point with an x above the given one, or the size; only where x ascends. */
    @Override
    public int firstAbove(double x) {
        var low = 0;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (xs[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What the legend and the read-out call the series. */
    public String name() {
        return name;
    }

    /** The axis the values are read from. */
    public AxisSide side() {
        return side;
    }

    /** The index of the colour in the chart's palette. */
    public int paletteIndex() {
        return paletteIndex;
    }

    /** How the line is stroked. */
    public LineStyle lineStyle() {
        return lineStyle;
    }

    /** Whether the series is drawn and has a say in the ranges; the legend toggles it. */
    public BooleanProperty visibleProperty() {
        return visible;
    }

    /** Whether the series is drawn. */
    public boolean isVisible() {
        return visible.get();
    }

    /** Shows or hides the series. */
    public void setVisible(boolean value) {
        visible.set(value);
    }

    /** Counts changes of the points; after an invalidation event read it, or no further one comes. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Shares nothing with the original, so that another thread may read it. */
    Series copy() {
        var copy = new Series(name, side, paletteIndex, lineStyle);
        copy.xs = Arrays.copyOf(xs, Math.max(1, size));
        copy.ys = Arrays.copyOf(ys, Math.max(1, size));
        copy.deviations = deviations == null ? null : Arrays.copyOf(deviations, Math.max(1, size));
        copy.counts = counts == null ? null : Arrays.copyOf(counts, Math.max(1, size));
        copy.band = band == null
                ? null
                : new double[][] {Arrays.copyOf(band[0], Math.max(1, size)), Arrays.copyOf(band[1], Math.max(1, size))};
        copy.size = size;
        copy.ascending = ascending;
        copy.setVisible(isVisible());
        return copy;
    }

    private static boolean isDrawable(double value) {
        return Math.abs(value) <= LARGEST_DRAWABLE;
    }
}
