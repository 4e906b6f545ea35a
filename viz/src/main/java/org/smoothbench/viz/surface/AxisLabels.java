package org.smoothbench.viz.surface;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.chart.TextMeter;
import org.smoothbench.viz.field.PlaneMark;

/** Writes what goes with the eye: ticks and titles of the axes, words at marks. */
final class AxisLabels {
    private static final double TICK = 5;
    private static final double LABEL_GAP = 4;
    /** An axis that is seen from its end, shorter than this, carries no labels. */
    private static final double SHORTEST = 60;

    private final Surface surface;
    private final SurfaceFrame frame;
    private final Projection projection;
    private final ChartStyle style;
    private final Rectangle2D area;
    private final TextMeter meter;
    private final double size;

    /**
     * Labels of a frame.
     *
     * @param area the picture in the surface's coordinates; nothing is written outside of the surface's width
     */
    AxisLabels(Surface surface, SurfaceFrame frame, ChartStyle style, Rectangle2D area) {
        this.surface = surface;
        this.frame = frame;
        this.projection = new Projection(frame.pose(), frame.viewport());
        this.style = style;
        this.area = area;
        this.size = style.small().getSize();
        this.meter = surface.meter(size);
    }

    void paint() {
        surface.clipped(area, () -> {
            var axes = BoxAxes.of(frame.model(), projection);
            floorAxis(axes, true);
            floorAxis(axes, false);
            heightAxis(axes);
            frame.model().marks().forEach(this::mark);
        });
    }

    private double x(double x, double y, double z) {
        return area.getMinX() + projection.screenX(x, y, z);
    }

    private double y(double x, double y, double z) {
        return area.getMinY() + projection.screenY(x, y, z);
    }

    private void floorAxis(BoxAxes axes, boolean ofA) {
        var ticks = ofA ? axes.a() : axes.b();
        double side = ofA ? axes.nearY() : axes.nearX();
        var startX = ofA ? x(-1, side, Box.FLOOR) : x(side, -1, Box.FLOOR);
        var startY = ofA ? y(-1, side, Box.FLOOR) : y(side, -1, Box.FLOOR);
        var endX = ofA ? x(1, side, Box.FLOOR) : x(side, 1, Box.FLOOR);
        var endY = ofA ? y(1, side, Box.FLOOR) : y(side, 1, Box.FLOOR);
        var length = Math.hypot(endX - startX, endY - startY);
        if (length < SHORTEST) {
            return;
        }
        surface.line(startX, startY, endX, endY, hairline());
        // Away from the box, at a right angle to the edge on the screen.
        var outX = -(endY - startY) / length;
        var outY = (endX - startX) / length;
        var towards = (x(0, 0, Box.FLOOR) - startX) * outX + (y(0, 0, Box.FLOOR) - startY) * outY;
        var sign = towards > 0 ? -1 : 1;
        var widest = 0.0;
        for (var i = 0; i < ticks.count(); i++) {
            var at = ofA ? frame.boxX(ticks.value(i)) : frame.boxY(ticks.value(i));
            var tickX = ofA ? x(at, side, Box.FLOOR) : x(side, at, Box.FLOOR);
            var tickY = ofA ? y(at, side, Box.FLOOR) : y(side, at, Box.FLOOR);
            surface.line(tickX, tickY, tickX + sign * outX * TICK, tickY + sign * outY * TICK, hairline());
            outside(ticks.label(i), tickX, tickY, sign * outX, sign * outY, TICK + LABEL_GAP, style.muted());
            widest = Math.max(widest, meter.width(ticks.label(i)));
        }
        var distance = TICK + LABEL_GAP + Math.abs(outX) * widest + Math.abs(outY) * meter.lineHeight() + LABEL_GAP;
        var title = ofA ? frame.model().words().a() : frame.model().words().b();
        outside(title, (startX + endX) / 2, (startY + endY) / 2, sign * outX, sign * outY, distance, style.text());
    }

    /** Writes a text whose box begins at a distance from a point in a direction, but inside the area. */
    private void outside(String text, double atX, double atY, double outX, double outY, double distance, Color colour) {
        var halfWidth = meter.width(text) / 2;
        var halfHeight = meter.lineHeight() / 2;
        var reach = distance + Math.abs(outX) * halfWidth + Math.abs(outY) * halfHeight;
        var centreX = Math.clamp(
                atX + outX * reach,
                area.getMinX() + halfWidth,
                Math.max(area.getMinX() + halfWidth, area.getMaxX() - halfWidth));
        var centreY = Math.min(atY + outY * reach, area.getMaxY() - halfHeight);
        surface.text(text, centreX, centreY, new Lettering(size, colour, HPos.CENTER, VPos.CENTER));
    }

    private void heightAxis(BoxAxes axes) {
        var footY = y(axes.heightX(), axes.heightY(), 0);
        var topX = x(axes.heightX(), axes.heightY(), Box.TOP);
        var topY = y(axes.heightX(), axes.heightY(), Box.TOP);
        if (footY - topY < SHORTEST) {
            return;
        }
        var foot = Box.FLOOR;
        surface.line(
                x(axes.heightX(), axes.heightY(), foot),
                y(axes.heightX(), axes.heightY(), foot),
                topX,
                topY,
                hairline());
        for (var i = 0; i < axes.height().count(); i++) {
            var z = frame.model().scale().share(axes.height().value(i)) * Box.TOP;
            var tickX = x(axes.heightX(), axes.heightY(), z);
            var tickY = y(axes.heightX(), axes.heightY(), z);
            surface.line(tickX - TICK, tickY, tickX, tickY, hairline());
            outside(axes.height().label(i), tickX, tickY, -1, 0, TICK + LABEL_GAP, style.muted());
        }
        var title = frame.model().words().value();
        outside(title, topX, topY, 0, -1, LABEL_GAP, style.text());
    }

    private void mark(PlaneMark mark) {
        var boxX = frame.boxX(mark.x());
        var boxY = frame.boxY(mark.y());
        var z = new HeightLookup(frame).at(boxX, boxY);
        if (mark.name().isEmpty() || Double.isNaN(z)) {
            return;
        }
        var atX = x(boxX, boxY, z);
        var atY = y(boxX, boxY, z) - SurfaceBall.MARK - 3;
        var width = meter.width(mark.name()) + 8;
        var height = meter.lineHeight();
        var plate = new Rectangle2D(atX - width / 2, atY - height, width, height);
        surface.box(plate, 4, style.background().deriveColor(0, 1, 1, 0.78));
        surface.text(mark.name(), atX, atY - height / 2, new Lettering(size, style.text(), HPos.CENTER, VPos.CENTER));
    }

    private Pen hairline() {
        return new Pen(SurfaceLook.colour(frame.look().edge()), 1, LineStyle.SOLID);
    }
}
