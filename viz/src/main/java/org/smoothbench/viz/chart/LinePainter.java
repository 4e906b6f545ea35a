package org.smoothbench.viz.chart;

import java.util.Comparator;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.palette.SeriesPalette;

/** Draws the lines of a frame, inside its plot. */
final class LinePainter {
    static final double DOT_RADIUS = 3;
    static final double LINE_WIDTH = 2;
    private static final double HOLLOW = 1.4;

    /** A line of noise this dense is a band; drawn thin, it shows more of its shape. */
    private static final double DENSE_POINTS_PER_PIXEL = 2;

    private static final double DENSE_LINE_WIDTH = 1;

    /** Below this many points each is marked, so that a run of three epochs shows three measurements. */
    private static final int MOST_DOTS = 60;

    /** The opacity of measured values under a smoothed line, and of bands. */
    private static final double FAINT = 0.3;

    private static final double BAND = 0.2;

    /** The opacity of what stands back behind highlighted series. */
    private static final double BACK = 0.16;

    private final Surface surface;
    private final PlotFrame frame;
    private final ChartStyle style;
    private final SeriesPalette palette;

    LinePainter(Surface surface, PlotFrame frame, ChartStyle style, SeriesPalette palette) {
        this.surface = surface;
        this.frame = frame;
        this.style = style;
        this.palette = palette;
    }

    void paint() {
        var area = frame.area();
        var overhang = DOT_RADIUS + 1;
        var inside = new Rectangle2D(
                area.getMinX(), area.getMinY() - overhang, area.getWidth(), area.getHeight() + 2 * overhang);
        surface.clipped(inside, this::paintLines);
    }

    private void paintLines() {
        // What stands back first, then the densest: on top they would hide the others.
        var back = frame.series().stream()
                .sorted(Comparator.comparing(frame::standsBack)
                        .thenComparingInt(Series::size)
                        .reversed())
                .toList();
        back.stream().filter(Series::hasBand).forEach(this::paintBand);
        if (frame.smoothed().isEmpty()) {
            back.forEach(one -> paintMeasured(one, colour(one)));
        } else {
            back.forEach(one -> paintMeasured(one, colour(one).deriveColor(0, 1, 1, FAINT)));
            back.forEach(this::paintSmoothed);
        }
    }

    private void paintBand(Series means) {
        new BandPath(surface, frame.x().scale(), frame.yScale(means))
                .fill(means, colour(means).deriveColor(0, 1, 1, BAND));
    }

    private void paintMeasured(Series one, Color colour) {
        var dense = one.size() > DENSE_POINTS_PER_PIXEL * frame.area().getWidth();
        outline(one, one, new Pen(colour, dense ? DENSE_LINE_WIDTH : LINE_WIDTH, one.lineStyle()));
        if (one.size() < MOST_DOTS) {
            var xScale = frame.x().scale();
            var yScale = frame.yScale(one);
            for (var i = 0; i < one.size(); i++) {
                if (one.isDrawn(i) && xScale.hasPlaceFor(one.x(i)) && yScale.hasPlaceFor(one.y(i))) {
                    dot(xScale.pixel(one.x(i)), LinePath.near(yScale.pixel(one.y(i))), one, colour);
                }
            }
        }
    }

    /** Hollow where the line is broken: a lonely point shows whose it is, too. */
    private void dot(double x, double y, Series one, Color colour) {
        surface.disc(x, y, DOT_RADIUS, colour);
        if (one.lineStyle() != LineStyle.SOLID) {
            surface.disc(x, y, DOT_RADIUS - HOLLOW, style.background());
        }
    }

    private void paintSmoothed(Series one) {
        var smoothed = frame.smoothed().get(one);
        if (smoothed != null) {
            outline(one, smoothed, new Pen(colour(one), LINE_WIDTH, one.lineStyle()));
        }
    }

    private void outline(Series one, Curve curve, Pen pen) {
        var path = new LinePath(surface, pen, DOT_RADIUS);
        Decimator.outline(curve, frame.x().scale(), frame.yScale(one), surface.resolution(), path);
        path.end();
    }

    private Color colour(Series one) {
        var colour = palette.colour(one.paletteIndex(), style.theme());
        return frame.standsBack(one) ? colour.deriveColor(0, 1, 1, BACK) : colour;
    }
}
