package org.smoothbench.core.landscape;

import java.util.Arrays;

/**
 * What is known at the vertices of a surface. Vertices lie row after row: a row is a place of the second axis, a column one of
 * the first. A vertex that is not computed yet is NaN, and so is one where the model gave no number.
 */
public final class Layers {

    private final int columns;
    private final int rows;
    private final float[] loss;
    private final float[] margin;
    private final float[] outcome;

    /**
     * Layers over arrays, which are shared, not copied.
     *
     * @param loss cross-entropy in nats
     * @param margin the largest wrong logit minus that of the class: above 0 where the model is wrong
     * @param outcome the predicted class, -1 where there is none; over weights the share of images that are right
     */
    public Layers(int columns, int rows, float[] loss, float[] margin, float[] outcome) {
        int vertices = Math.multiplyExact(columns, rows);
        if (loss.length != vertices || margin.length != vertices || outcome.length != vertices) {
            throw new IllegalArgumentException(columns + " x " + rows + " vertices do not fill the layers");
        }
        this.columns = columns;
        this.rows = rows;
        this.loss = loss;
        this.margin = margin;
        this.outcome = outcome;
    }

    /** Layers nothing is known of. */
    public static Layers unknown(int columns, int rows) {
        float[][] layers = new float[3][Math.multiplyExact(columns, rows)];
        for (float[] layer : layers) {
            Arrays.fill(layer, Float.NaN);
        }
        return new Layers(columns, rows, layers[0], layers[1], layers[2]);
    }

    /** Vertices in a row: places of the first axis. */
    public int columns() {
        return columns;
    }

    /** Rows: places of the second axis. */
    public int rows() {
        return rows;
    }

    /** How many vertices there are. */
    public int size() {
        return loss.length;
    }

    /** Where a vertex lies in the arrays. */
    public int index(int column, int row) {
        return row * columns + column;
    }

    /** Cross-entropy in nats; shared, not copied. */
    public float[] loss() {
        return loss;
    }

    /** The largest wrong logit minus that of the class; shared, not copied. */
    public float[] margin() {
        return margin;
    }

    /** The predicted class, or over weights the share of images that are right; shared, not copied. */
    public float[] outcome() {
        return outcome;
    }

    /** The predicted class at a vertex; -1 where there is none. */
    public int predicted(int index) {
        return Float.isNaN(outcome[index]) ? -1 : (int) outcome[index];
    }

    /** A copy that stays as it is. */
    public Layers copy() {
        return new Layers(columns, rows, loss.clone(), margin.clone(), outcome.clone());
    }

    /**
     * Every so manieth row and column, for a quick look.
     *
     * @param stride divides the number of columns minus 1
     */
    public Layers thinned(int stride) {
        int width = (columns - 1) / stride + 1;
        int height = (rows - 1) / stride + 1;
        Layers thin = unknown(width, height);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int from = index(column * stride, row * stride);
                int to = thin.index(column, row);
                thin.loss[to] = loss[from];
                thin.margin[to] = margin[from];
                thin.outcome[to] = outcome[from];
            }
        }
        return thin;
    }

    /** How many vertices have a cross-entropy or a margin that is no finite number. */
    public int holes() {
        int count = 0;
        for (int i = 0; i < loss.length; i++) {
            count += Float.isFinite(loss[i]) && Float.isFinite(margin[i]) ? 0 : 1;
        }
        return count;
    }
}
