package org.smoothbench.viz.image;

/**
 * Where the tiles of a grid lie. Immutable.
 *
 * @param tiles how many there are
 * @param side of a tile in logical pixels, its gap included
 * @param columns at least 1
 * @param height of what can be seen
 */
record GridLayout(int tiles, double side, int columns, double height) {

    static GridLayout of(int tiles, double side, double width, double height) {
        return new GridLayout(tiles, side, (int) Math.max(1, Math.floor(width / side)), height);
    }

    /** The height of all tiles. */
    double total() {
        return Math.ceilDiv(tiles, columns) * side;
    }

    /** How far one can scroll. */
    double mostScroll() {
        return Math.max(0, total() - height);
    }

    /** The first position that can be seen. */
    int first(double scroll) {
        return Math.clamp((long) Math.floor(scroll / side) * columns, 0, tiles);
    }

    /** The position behind the last that can be seen. */
    int end(double scroll) {
        return Math.clamp((long) Math.ceil((scroll + height) / side) * columns, 0, tiles);
    }

    /** The position at a place in the view, or -1. */
    int at(double x, double y, double scroll) {
        var column = (int) Math.floor(x / side);
        var position = (int) Math.floor((y + scroll) / side) * columns + column;
        return x < 0 || column >= columns || position < 0 || position >= tiles ? -1 : position;
    }

    double x(int position) {
        return position % columns * side;
    }

    double y(int position, double scroll) {
        return row(position) * side - scroll;
    }

    /** The scroll nearest to one at which a position can be seen whole. */
    double revealing(int position, double scroll) {
        var top = row(position) * side;
        return Math.clamp(Math.clamp(scroll, Math.min(top + side - height, top), top), 0, mostScroll());
    }

    private int row(int position) {
        return position / columns;
    }

    /** Tiles in a page. */
    int page() {
        return ((int) Math.max(1, Math.floor(height / side))) * columns;
    }
}
