package org.smoothbench.viz.surface;

import java.util.Optional;
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
    /** Titles keep this away from the picture's sides. */
    private static final double EDGE = 4;
    /** How much is seen of the word at a mark that is hidden itself. */
    private static final double BEHIND = 0.4;
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
            var a = floorAxis(axes, true);
            var b = floorAxis(axes, false);
            if (a.isPresent() && b.isPresent()) {
                AxisTitle.apart(a.get(), b.get(), area, meter).forEach(this::write);
            } else {
                a.or(() -> b).ifPresent(this::write);
            }
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

    private void write(AxisTitle title) {
        surface.text(title.text(), title.x(), title.y(), centred(style.text()));
    }

    /** Draws an axis and tells where its title belongs; none for an axis that is seen from its end. */
    private Optional<AxisTitle> floorAxis(BoxAxes axes, boolean ofA) {
        var ticks = ofA ? axes.a() : axes.b();
        double side = ofA ? axes.nearY() : axes.nearX();
        var startX = ofA ? x(-1, side, Box.FLOOR) : x(side, -1, Box.FLOOR);
        var startY = ofA ? y(-1, side, Box.FLOOR) : y(side, -1, Box.FLOOR);
        var endX = ofA ? x(1, side, Box.FLOOR) : x(side, 1, Box.FLOOR);
        var endY = ofA ? y(1, side, Box.FLOOR) : y(side, 1, Box.FLOOR);
        var length = Math.hypot(endX - startX, endY - startY);
        if (length < SHORTEST) {
            return Optional.empty();
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
            tick(ticks.label(i), tickX, tickY, sign * outX, sign * outY);
            widest = Math.max(widest, meter.width(ticks.label(i)));
        }
        var distance = TICK + LABEL_GAP + Math.abs(outX) * widest + Math.abs(outY) * meter.lineHeight() + LABEL_GAP;
        return Optional.of(title(
                ofA ? frame.model().words().a() : frame.model().words().b(),
                (startX + endX) / 2,
                (startY + endY) / 2,
                sign * outX,
                sign * outY,
                distance));
    }

    /** Labels a tick beyond its end, unless the tick is out of sight. */
    private void tick(String label, double atX, double atY, double outX, double outY) {
        if (area.contains(atX, atY)) {
            surface.line(atX, atY, atX + outX * TICK, atY + outY * TICK, hairline());
            var reach = reach(label, outX, outY, TICK + LABEL_GAP);
            var middleY = atY + outY * reach;
            var halfHeight = meter.lineHeight() / 2;
            // Half a number is worse than none.
            if (middleY - halfHeight >= area.getMinY() && middleY + halfHeight <= area.getMaxY()) {
                surface.text(label, atX + outX * reach, middleY, centred(style.muted()));
            }
        }
    }

    /** A title whose box begins at a distance from a point in a direction, but inside the area. */
    private AxisTitle title(String text, double atX, double atY, double outX, double outY, double distance) {
        var halfWidth = meter.width(text) / 2;
        var halfHeight = meter.lineHeight() / 2;
        var reach = reach(text, outX, outY, distance);
        return new AxisTitle(
                text,
                within(atX + outX * reach, area.getMinX() + halfWidth + EDGE, area.getMaxX() - halfWidth - EDGE),
                within(atY + outY * reach, area.getMinY() + halfHeight, area.getMaxY() - halfHeight));
    }

    private static double within(double value, double min, double max) {
        return Math.max(min, Math.min(value, max));
    }

    /** From a point to the middle of a text that begins at a distance from it. */
    private double reach(String text, double outX, double outY, double distance) {
        return distance + Math.abs(outX) * meter.width(text) / 2 + Math.abs(outY) * meter.lineHeight() / 2;
    }

    private Lettering centred(Color colour) {
        return new Lettering(size, colour, HPos.CENTER, VPos.CENTER);
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
            tick(axes.height().label(i), tickX, tickY, -1, 0);
        }
        write(title(frame.model().words().value(), topX, topY, 0, -1, LABEL_GAP));
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
        var presence = isHidden(boxX, boxY, z) ? BEHIND : 1;
        surface.box(plate, 4, style.background().deriveColor(0, 1, 1, 0.78 * presence));
        surface.text(mark.name(), atX, atY - height / 2, centred(style.text().deriveColor(0, 1, 1, presence)));
    }

    /** Whether another part of the surface is in front of a point of it. */
    private boolean isHidden(double boxX, double boxY, double z) {
        var screenX = projection.screenX(boxX, boxY, z);
        var screenY = projection.screenY(boxX, boxY, z);
        var near = projection.nearness(boxX, boxY, z) * projection.lift() * projection.lift();
        return new Picking(frame)
                .surface(screenX, screenY)
                .filter(met -> projection.nearness(met[0], met[1], met[2]) > near)
                .isPresent();
    }

    private Pen hairline() {
        return new Pen(SurfaceLook.colour(frame.look().edge()), 1, LineStyle.SOLID);
    }
}
