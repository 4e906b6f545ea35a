package org.smoothbench.viz.formula;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/**
 * A piece of a formula in its final size, with its nodes placed relative to the left end of its baseline.
 *
 * @param ascent above the baseline, in logical pixels
 * @param descent below it
 */
record Box(double width, double ascent, double descent, List<Placed> nodes) {
    /** A node and where its origin goes, y downwards. */
    record Placed(Node node, double x, double y) {}

    static Box blank(double width) {
        return new Box(width, 0, 0, List.of());
    }

    double height() {
        return ascent + descent;
    }

    Box moved(double x, double y) {
        var moved = nodes.stream()
                .map(one -> new Placed(one.node(), one.x() + x, one.y() + y))
                .toList();
        return new Box(width, ascent - y, descent + y, moved);
    }

    Box beside(Box right) {
        var all = new ArrayList<>(nodes);
        all.addAll(right.moved(width, 0).nodes);
        return new Box(
                width + right.width,
                Math.max(ascent, right.ascent),
                Math.max(descent, right.descent),
                List.copyOf(all));
    }

    /** Both on the same spot; this one's width counts. */
    Box over(Box other) {
        var all = new ArrayList<>(nodes);
        all.addAll(other.nodes);
        return new Box(width, Math.max(ascent, other.ascent), Math.max(descent, other.descent), List.copyOf(all));
    }
}
