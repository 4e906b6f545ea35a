package org.smoothbench.core.landscape.compute;

/** In which order vertices are computed: first every so manieth row and column for a quick look, then the others. */
final class VertexOrder {

    /** The fewest vertices along an axis that give a picture. */
    private static final int QUICK_LOOK = 17;

    private final int[] indices;
    private final int stride;
    private final int coarse;

    /** The order of a surface's vertices, each given as row times columns plus column. */
    VertexOrder(int columns, int rows) {
        stride = stride(columns);
        indices = new int[Math.multiplyExact(columns, rows)];
        int filled = 0;
        for (int index = 0; index < indices.length; index++) {
            if (coarse(index, columns)) {
                indices[filled++] = index;
            }
        }
        coarse = filled;
        for (int index = 0; index < indices.length && stride > 1; index++) {
            if (!coarse(index, columns)) {
                indices[filled++] = index;
            }
        }
    }

    private static int stride(int count) {
        int best = 1;
        for (int step = 2; (count - 1) / step + 1 >= QUICK_LOOK; step++) {
            best = (count - 1) % step == 0 ? step : best;
        }
        return best;
    }

    private boolean coarse(int index, int columns) {
        return index % columns % stride == 0 && index / columns % stride == 0;
    }

    int size() {
        return indices.length;
    }

    /** The vertex whose turn it is, counted from 0. */
    int at(int turn) {
        return indices[turn];
    }

    /** Every so manieth row and column comes first; 1 if there is no quick look. */
    int stride() {
        return stride;
    }

    /** How many vertices the quick look has. */
    int coarse() {
        return coarse;
    }
}
