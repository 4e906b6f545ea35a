package org.smoothbench.viz.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;

/** Draws events: a dashed line down the plot with a sign at its top. */
final class MarkPainter {
    private static final double CORNER = 4;
    private static final double PADDING = 4;
    private static final double GAP = 2;

    private final Surface surface;
    private final ChartStyle style;
    private final TextMeter meter;

    MarkPainter(Surface surface, ChartStyle style) {
        this.surface = surface;
        this.style = style;
        this.meter = surface.meter(style.small().getSize());
    }

    void paint(PlotFrame frame) {
        var area = frame.area();
        // Where signs would overlap, the later ones move down; this is where each row of signs ends so far.
        var rowEnds = new ArrayList<Double>();
        var marks = frame.marks().stream()
                .sorted(Comparator.comparingDouble(EventMark::x))
                .toList();
        for (var mark : marks) {
            var x = Math.floor(frame.x().scale().pixel(mark.x())) + 0.5;
            surface.line(x, area.getMinY(), x, area.getMaxY(), new Pen(style.muted(), 1, LineStyle.DASHED));
        }
        for (var mark : marks) {
            var x = Math.floor(frame.x().scale().pixel(mark.x())) + 0.5;
            var left = Math.clamp(
                    x - width(mark) / 2, area.getMinX(), Math.max(area.getMinX(), area.getMaxX() - width(mark)));
            sign(mark, left, area.getMinY() + row(rowEnds, left, width(mark)) * (height() + GAP));
        }
    }

    private static int row(List<Double> rowEnds, double left, double width) {
        for (var row = 0; row < rowEnds.size(); row++) {
            if (rowEnds.get(row) <= left) {
                rowEnds.set(row, left + width + GAP);
                return row;
            }
        }
        rowEnds.add(left + width + GAP);
        return rowEnds.size() - 1;
    }

    double width(EventMark mark) {
        return Math.max(height(), meter.width(mark.sign()) + 2 * PADDING);
    }

    double height() {
        return meter.lineHeight();
    }

    /** Draws the sign of an event with its upper left corner at a place. */
    void sign(EventMark mark, double left, double top) {
        surface.box(new Rectangle2D(left, top, width(mark), height()), CORNER, style.text());
        surface.text(
                mark.sign(),
                left + width(mark) / 2,
                top + height() / 2,
                new Lettering(style.small().getSize(), style.background(), HPos.CENTER, VPos.CENTER));
    }
}
