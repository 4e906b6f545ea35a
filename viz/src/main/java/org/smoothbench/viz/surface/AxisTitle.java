package org.smoothbench.viz.surface;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.smoothbench.viz.chart.TextMeter;

/**
 * The title of an axis, centred about a point.
 *
 * @param x of its middle
 * @param y of its middle
 */
record AxisTitle(String text, double x, double y) {
    private static final double GAP = 10;

    /** Two titles moved apart so that both can be read; where there is no room for that, without their units. */
    static List<AxisTitle> apart(AxisTitle one, AxisTitle other, Rectangle2D area, TextMeter meter) {
        if (!meet(one, other, meter)) {
            return List.of(one, other);
        }
        var isTight = meter.width(one.text) + meter.width(other.text) + GAP > area.getWidth();
        var first = isTight ? one.withoutUnit() : one;
        var second = isTight ? other.withoutUnit() : other;
        var left = one.x <= other.x ? first : second;
        var right = one.x <= other.x ? second : first;
        var overlap = left.right(meter) + GAP - right.left(meter);
        if (overlap <= 0) {
            return List.of(left, right);
        }
        // Half each, but not out of the picture.
        var leftwards = Math.min(overlap / 2, Math.max(0, left.left(meter) - area.getMinX()));
        var rightwards = Math.min(overlap - leftwards, Math.max(0, area.getMaxX() - right.right(meter)));
        leftwards = Math.min(overlap - rightwards, Math.max(0, left.left(meter) - area.getMinX()));
        return List.of(left.moved(-leftwards), right.moved(rightwards));
    }

    private static boolean meet(AxisTitle one, AxisTitle other, TextMeter meter) {
        return Math.abs(one.y - other.y) < meter.lineHeight()
                && one.left(meter) < other.right(meter) + GAP
                && other.left(meter) < one.right(meter) + GAP;
    }

    double left(TextMeter meter) {
        return x - meter.width(text) / 2;
    }

    double right(TextMeter meter) {
        return x + meter.width(text) / 2;
    }

    private AxisTitle moved(double right) {
        return new AxisTitle(text, x + right, y);
    }

    private AxisTitle withoutUnit() {
        var unit = text.lastIndexOf(" [");
        return unit > 0 && text.endsWith("]") ? new AxisTitle(text.substring(0, unit), x, y) : this;
    }
}
