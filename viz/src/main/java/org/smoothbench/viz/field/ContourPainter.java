package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.palette.Contrast;

/** Draws contours over a heat map, thin and just dark or light enough, and writes the values of some on them. */
final class ContourPainter {
    private static final double WIDTH = 0.9;
    private static final double OPACITY = 0.55;
    /** Above this luminance a colour carries dark lines. */
    private static final double LIGHT = 0.2;
    /** A line shorter than this many widths of its label goes without. */
    private static final double FEWEST_WIDTHS = 3.5;

    private static final double PADDING = 3;
    private static final double ROOM = 10;
    /** A smaller plane has no room for numbers. */
    private static final double SMALLEST = 220;
    /** Places along the section's line that labels keep off. */
    private static final int ALONG = 60;

    private final Surface surface;
    private final PlotAxes axes;
    private final FieldContent content;
    private final double size;

    ContourPainter(Surface surface, PlotAxes axes, ChartStyle style, FieldContent content) {
        this.surface = surface;
        this.axes = axes;
        this.content = content;
        this.size = style.small().getSize() * 0.9;
    }

    void paint() {
        content.contours().forEach(contour -> stroke(contour.line()));
        if (content.labelled() && axes.area().getWidth() >= SMALLEST) {
            labels();
        }
    }

    private void stroke(Isoline line) {
        var xs = new double[line.size()];
        var ys = new double[line.size()];
        for (var i = 0; i < xs.length; i++) {
            xs[i] = axes.x(line.x(i));
            ys[i] = axes.y(line.y(i));
        }
        surface.line(
                xs, ys, xs.length, new Pen(ink(line.level()).deriveColor(0, 1, 1, OPACITY), WIDTH, LineStyle.SOLID));
    }

    private Color ink(double level) {
        return Contrast.luminance(content.scale().colour(level)) > LIGHT ? Color.BLACK : Color.WHITE;
    }

    private void labels() {
        var taken = new ArrayList<Rectangle2D>();
        content.marks().forEach(mark -> taken.add(around(axes.x(mark.x()), axes.y(mark.y()), 2 * ROOM, 2 * ROOM)));
        var section = content.section();
        if (section != null) {
            for (var i = 0; i <= ALONG; i++) {
                var share = i / (double) ALONG;
                taken.add(around(axes.x(section.x(share)), axes.y(section.y(share)), ROOM, ROOM));
            }
        }
        content.contours().stream()
                .sorted(Comparator.comparingDouble(
                                (Contour contour) -> contour.line().length())
                        .reversed())
                .forEach(contour -> label(contour.line(), contour.label(), taken));
    }

    private void label(Isoline line, String text, List<Rectangle2D> taken) {
        var meter = surface.meter(size);
        var width = meter.width(text) + 2 * PADDING;
        var height = meter.lineHeight();
        if (pixels(line) < FEWEST_WIDTHS * width) {
            return;
        }
        // From the middle of the line outwards, where its ends or its start do not crowd.
        for (var i = 0; i < line.size(); i++) {
            var index = line.size() / 2 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
            if (index < 0 || index >= line.size()) {
                continue;
            }
            var place = around(axes.x(line.x(index)), axes.y(line.y(index)), width, height);
            var withRoom = around(axes.x(line.x(index)), axes.y(line.y(index)), width + 4 * ROOM, height + 2 * ROOM);
            if (axes.area().contains(place) && taken.stream().noneMatch(withRoom::intersects)) {
                taken.add(place);
                surface.box(place, height / 2, content.scale().colour(line.level()));
                surface.text(
                        text,
                        axes.x(line.x(index)),
                        axes.y(line.y(index)),
                        new Lettering(size, ink(line.level()), HPos.CENTER, VPos.CENTER));
                return;
            }
        }
    }

    private double pixels(Isoline line) {
        var sum = 0.0;
        for (var i = 1; i < line.size(); i++) {
            sum += Math.hypot(axes.x(line.x(i)) - axes.x(line.x(i - 1)), axes.y(line.y(i)) - axes.y(line.y(i - 1)));
        }
        return sum;
    }

    private static Rectangle2D around(double x, double y, double width, double height) {
        return new Rectangle2D(x - width / 2, y - height / 2, width, height);
    }
}
