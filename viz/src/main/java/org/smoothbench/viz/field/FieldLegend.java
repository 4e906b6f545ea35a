package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;

/** Says what is drawn in a plane, from left to right. */
final class FieldLegend {
    private static final double SAMPLE = 22;
    private static final double SWATCH = 12;
    private static final double GAP = 6;
    private static final double COLUMN_GAP = 16;
    private static final double ROW_GAP = 5;

    private final Surface surface;
    private final ChartStyle style;
    private final FieldContent content;
    private final List<Place> places = new ArrayList<>();
    private double width;
    private double height;

    private FieldLegend(Surface surface, ChartStyle style, FieldContent content) {
        this.surface = surface;
        this.style = style;
        this.content = content;
    }

    /** All entries, in as many rows as a width takes. */
    static FieldLegend of(Surface surface, ChartStyle style, FieldContent content, double width) {
        var legend = new FieldLegend(surface, style, content);
        legend.place(legend.entries(), width);
        return legend;
    }

    /** All entries, one below the other. */
    static FieldLegend column(Surface surface, ChartStyle style, FieldContent content) {
        return of(surface, style, content, 0);
    }

    /** Only the holes, if there are any. */
    static FieldLegend ofHoles(Surface surface, ChartStyle style, FieldContent content, double width) {
        var legend = new FieldLegend(surface, style, content);
        legend.place(legend.holes(), width);
        return legend;
    }

    /** Draws a sample with its left end and middle at a place. */
    private interface Sample {
        void paint(double left, double middle);
    }

    private record Entry(String text, double width, Sample sample) {}

    /** An entry with its left end and its middle. */
    private record Place(Entry entry, double left, double middle) {}

    private void place(List<Entry> entries, double room) {
        var meter = surface.meter(style.small().getSize());
        var rowHeight = meter.lineHeight() + ROW_GAP;
        var x = 0.0;
        var y = rowHeight / 2;
        for (var entry : entries) {
            var needed = entry.width() + GAP + meter.width(entry.text());
            if (x > 0 && x + needed > room) {
                x = 0;
                y += rowHeight;
            }
            places.add(new Place(entry, x, y));
            width = Math.max(width, x + needed);
            x += needed + COLUMN_GAP;
        }
        height = entries.isEmpty() ? 0 : y + rowHeight / 2;
    }

    /** What the widest row takes; 0 without entries. */
    double width() {
        return width;
    }

    /** What all rows take; 0 without entries. */
    double height() {
        return height;
    }

    /** Draws it with its upper left corner at a place. */
    void paint(double left, double top) {
        for (var place : places) {
            var x = left + place.left();
            var y = top + place.middle();
            place.entry().sample().paint(x, y);
            surface.text(
                    place.entry().text(),
                    x + place.entry().width() + GAP,
                    y,
                    new Lettering(style.small().getSize(), style.text(), HPos.LEFT, VPos.CENTER));
        }
    }

    private List<Entry> holes() {
        return content.holesInWords().stream()
                .map(words -> new Entry(words, SWATCH, this::hole))
                .toList();
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        if (content.view() == FieldView.CLASSES) {
            for (var id : content.classes().present()) {
                var colour = content.classes().colour(id, style.theme(), style.background());
                entries.add(new Entry(
                        content.classes().name(id),
                        SWATCH,
                        (left, middle) ->
                                surface.box(new Rectangle2D(left, middle - SWATCH / 2, SWATCH, SWATCH), 2, colour)));
            }
        } else if (content.borders()
                && content.field() != null
                && content.field().hasClasses()) {
            entries.add(
                    line("decision boundary", new Pen(FrozenField.BORDER, FrozenField.BORDER_WIDTH, LineStyle.SOLID)));
        }
        if (content.budget() > 0) {
            entries.add(line(
                    "budget, |a| + |b| = " + content.x().reading(content.budget()),
                    new Pen(PlanePainter.PAPER, 1.3, LineStyle.DASHED)));
        }
        for (var mark : content.marks()) {
            var text = mark.name().isEmpty() ? mark.meaning() : mark.name() + ", " + mark.meaning();
            entries.add(new Entry(text, SWATCH, (left, middle) -> {
                mark.marker().fill(surface, left + SWATCH / 2, middle, SWATCH / 2, PlanePainter.INK);
                mark.marker().fill(surface, left + SWATCH / 2, middle, SWATCH / 2 - 1.6, PlanePainter.PAPER);
            }));
        }
        var path = content.path();
        if (path != null) {
            entries.add(line(
                    path.name() + (hasRings(path) ? " (rings: distance off the plane)" : ""),
                    new Pen(PlanePainter.PAPER, 1.6, LineStyle.SOLID)));
        }
        entries.addAll(holes());
        return entries;
    }

    private static boolean hasRings(PlanePath path) {
        return path.steps().stream().anyMatch(step -> step.offPlane() > 0);
    }

    /** On a dark ground, as it lies over colours. */
    private Entry line(String text, Pen pen) {
        return new Entry(text, SAMPLE, (left, middle) -> {
            surface.box(new Rectangle2D(left, middle - SWATCH / 2, SAMPLE, SWATCH), 2, ColourMap.VIRIDIS.colour(0.3));
            surface.line(left, middle, left + SAMPLE, middle, pen);
        });
    }

    private void hole(double left, double middle) {
        var side = (int) SWATCH;
        var hatched = Raster.of(side, side, (x, y) -> FieldRaster.hatched(x + y, style));
        surface.image(hatched, new Rectangle2D(Math.floor(left), Math.floor(middle - SWATCH / 2), side, side));
    }
}
