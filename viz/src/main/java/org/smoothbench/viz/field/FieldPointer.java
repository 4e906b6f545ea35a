package org.smoothbench.viz.field;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.ChartNote;
import org.smoothbench.viz.chart.PlotAxes;

/** The vertex that is pointed at in a chart of a field: a ring around it, and a note of what is known of it. */
final class FieldPointer {
    private static final double RADIUS = 6;

    private final FieldModel model;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Optional<FieldVertex>> vertex =
            new ReadOnlyObjectWrapper<>(this, "pointedAt", Optional.empty());
    private final Canvas ring = new Canvas();
    private final ChartNote note = new ChartNote();
    private @Nullable PlotAxes axes;

    /**
     * Points at nothing.
     *
     * @param changed is told that something else is said now
     */
    FieldPointer(FieldModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        ring.setMouseTransparent(true);
    }

    /** What lies over the chart, from below upwards. */
    List<Node> nodes() {
        return List.of(ring, note);
    }

    ReadOnlyObjectProperty<Optional<FieldVertex>> property() {
        return vertex.getReadOnlyProperty();
    }

    void point(Optional<FieldVertex> at) {
        if (!vertex.get().equals(at)) {
            vertex.set(at);
            draw();
            changed.run();
        }
    }

    /** Points at the vertex nearest to a place; outside the field at none. */
    void pointNear(double x, double y) {
        var field = model.field.get();
        var isInside =
                field != null && field.xRange().contains(x) && field.yRange().contains(y);
        point(
                isInside
                        ? Optional.of(FieldVertex.of(field, field.nearestColumn(x), field.nearestRow(y)))
                        : Optional.empty());
    }

    /** The same place may hold another number now, or none. */
    void fieldChanged(@Nullable ScalarField now) {
        point(
                now == null
                        ? Optional.empty()
                        : vertex.get()
                                .filter(at -> at.column() < now.columns() && at.row() < now.rows())
                                .map(at -> FieldVertex.of(now, at.column(), at.row())));
    }

    /** The plane lies here now, in a chart of this size. */
    void follow(@Nullable PlotAxes plane, double width, double height) {
        axes = plane;
        ring.setWidth(width);
        ring.setHeight(height);
        draw();
    }

    private void draw() {
        var g = ring.getGraphicsContext2D();
        g.clearRect(0, 0, ring.getWidth(), ring.getHeight());
        var at = vertex.get();
        if (at.isEmpty() || axes == null || !isSeen(at.get(), axes)) {
            note.vanish();
            return;
        }
        var x = axes.x(at.get().x());
        var y = axes.y(at.get().y());
        g.setLineWidth(3.4);
        g.setStroke(PlanePainter.INK);
        g.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g.setLineWidth(1.6);
        g.setStroke(PlanePainter.PAPER);
        g.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        note.showBeside(x, y, ring.getWidth(), ring.getHeight(), FieldWords.of(at.get(), model));
    }

    /** Where the plane is larger than the chart, a vertex may lie beyond its edge; on the edge it is still seen. */
    private static boolean isSeen(FieldVertex at, PlotAxes axes) {
        var x = axes.x(at.x());
        var y = axes.y(at.y());
        var area = axes.area();
        return x > area.getMinX() - 1 && x < area.getMaxX() + 1 && y > area.getMinY() - 1 && y < area.getMaxY() + 1;
    }
}
