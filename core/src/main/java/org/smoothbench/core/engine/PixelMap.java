package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.IntFunction;
import org.smoothbench.core.data.Augmentation.Placement;
import org.smoothbench.core.data.ImageSet;

/**
 * Where each pixel of a batch comes from, as a row and a column part that add up to the pixel's place in the set, counted
 * from 1. Whatever makes the sum negative makes the pixel black, whose place is 0.
 */
final class PixelMap {

    /** Larger than any place, and far from overflow when a few of them add up. */
    private static final long BLACK = -(1L << 60);

    private final long[] rowParts;
    private final long[] columnParts;
    private final long[] rowCuts;
    private final long[] columnCuts;
    private final int images;
    private final int height;
    private final int width;

    private PixelMap(int images, int height, int width) {
        this.images = images;
        this.height = height;
        this.width = width;
        this.rowParts = new long[images * height];
        this.columnParts = new long[images * width];
        this.rowCuts = new long[images * height];
        this.columnCuts = new long[images * width];
    }

    /** The map of some images, each placed as drawn for its place in the batch. */
    static PixelMap of(ImageSet set, int[] indices, IntFunction<Placement> draw) {
        PixelMap map = new PixelMap(indices.length, set.height(), set.width());
        for (int i = 0; i < indices.length; i++) {
            map.place(i, indices[i], draw.apply(i));
        }
        return map;
    }

    private void place(int place, int image, Placement placement) {
        for (int row = 0; row < height; row++) {
            int source = placement.sourceRow(row);
            rowParts[place * height + row] =
                    source < 0 || source >= height ? BLACK : 1 + ((long) image * height + source) * width;
            rowCuts[place * height + row] = placement.cutsRow(row) ? BLACK : 0;
        }
        for (int column = 0; column < width; column++) {
            int source = placement.sourceColumn(column, width);
            columnParts[place * width + column] = source < 0 || source >= width ? BLACK : source;
            columnCuts[place * width + column] = placement.cutsColumn(column) ? 1 : 0;
        }
    }

    /** The map as int64, shape (images, height, width). */
    NDArray on(NDManager manager) {
        Shape rows = new Shape(images, height, 1);
        Shape columns = new Shape(images, 1, width);
        NDArray places = manager.create(rowParts, rows).add(manager.create(columnParts, columns));
        NDArray cuts = manager.create(rowCuts, rows).mul(manager.create(columnCuts, columns));
        return places.add(cuts).maximum(manager.zeros(new Shape(), places.getDataType()));
    }
}
