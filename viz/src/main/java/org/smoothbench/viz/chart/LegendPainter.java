package org.smoothbench.viz.chart;

import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;

/** Draws the legend where its switches cannot be: names beside samples of their lines, from left to right. */
final class LegendPainter {
    private static final double SAMPLE_LENGTH = 22;
    private static final double GAP = 6;
    private static final double COLUMN_GAP = 16;
    private static final double ROW_GAP = 4;

    private final Surface surface;
    private final PlotModel model;
    private final ChartStyle style;
    private final TextMeter meter;
    private final MarkPainter signs;

    LegendPainter(Surface surface, PlotModel model, ChartStyle style) {
        this.surface = surface;
        this.model = model;
        this.style = style;
        this.meter = surface.meter(style.small().getSize());
        this.signs = new MarkPainter(surface, style);
    }

    /** Draws the visible series, and the events that a file cannot be asked about, and says how much height that took. */
    double paint(Rectangle2D area) {
        var entries = Stream.concat(
                        model.visibleSeries().stream().map(this::entry),
                        model.marks.stream().map(this::entry).distinct())
                .toList();
        if (entries.isEmpty()) {
            return 0;
        }
        var rowHeight = meter.lineHeight() + ROW_GAP;
        var x = area.getMinX();
        var y = area.getMinY() + rowHeight / 2;
        for (var entry : entries) {
            var width = entry.sample() + GAP + meter.width(entry.text());
            if (x > area.getMinX() && x + width > area.getMaxX()) {
                x = area.getMinX();
                y += rowHeight;
            }
            paint(entry, x, y);
            x += width + COLUMN_GAP;
        }
        return y + rowHeight / 2 - area.getMinY();
    }

    /** A name beside what it stands for: a line or a sign, {@code sample} wide. */
    private record Entry(@Nullable Series series, @Nullable EventMark mark, double sample, String text) {}

    private Entry entry(Series one) {
        return new Entry(one, null, SAMPLE_LENGTH, model.legendText(one));
    }

    /** Events that say the same share an entry. */
    private Entry entry(EventMark mark) {
        return new Entry(null, new EventMark(0, mark.sign(), mark.text()), signs.width(mark), mark.text());
    }

    private void paint(Entry entry, double x, double y) {
        if (entry.series() != null) {
            var colour = model.palette.get().colour(entry.series().paletteIndex(), style.theme());
            var pen = new Pen(colour, LinePainter.LINE_WIDTH, entry.series().lineStyle());
            surface.line(x, y, x + SAMPLE_LENGTH, y, pen);
        }
        if (entry.mark() != null) {
            signs.sign(entry.mark(), x, y - signs.height() / 2);
        }
        surface.text(
                entry.text(),
                x + entry.sample() + GAP,
                y,
                new Lettering(style.small().getSize(), style.text(), HPos.LEFT, VPos.CENTER));
    }
}
