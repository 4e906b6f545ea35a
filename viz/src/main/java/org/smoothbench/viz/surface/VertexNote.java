package org.smoothbench.viz.surface;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import org.smoothbench.viz.chart.ChartNote;
import org.smoothbench.viz.field.FieldVertex;

/** The note beside the vertex that is pointed at, which also tells the view's property what is known of it. */
final class VertexNote {
    private final SurfaceView view;
    private final ChartNote label = new ChartNote();

    VertexNote(SurfaceView view) {
        this.view = view;
        label.graphicProperty().bind(view.noteGraphicProperty());
    }

    Node node() {
        return label;
    }

    void hide() {
        label.vanish();
        tell(Optional.empty());
    }

    /** Moves the note to where a frame shows the vertex. */
    void follow(SurfaceFrame frame, Rectangle2D picture, double width, double height) {
        var point = frame.pointed().map(vertex -> point(frame, vertex, picture));
        tell(point);
        if (point.isEmpty() || !view.noteShownProperty().get()) {
            label.vanish();
            return;
        }
        var words = SurfaceSentences.vertex(frame.model(), point.get());
        label.showBeside(point.get().screenX(), point.get().screenY(), width, height, words);
    }

    private void tell(Optional<SurfacePoint> point) {
        if (!view.pointedAtProperty().get().equals(point)) {
            view.pointedAt().set(point);
            view.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private static SurfacePoint point(SurfaceFrame frame, GridVertex at, Rectangle2D picture) {
        var field = frame.model().field();
        var known = new FieldVertex(
                at.column(),
                at.row(),
                field.x(at.column()),
                field.y(at.row()),
                (float) frame.value(at.column(), at.row()),
                field.classAt(at.column(), at.row()));
        var x = frame.boxX(known.x());
        var y = frame.boxY(known.y());
        var z = new HeightLookup(frame).vertex(at.column(), at.row());
        // Where there is no surface, the floor below is pointed at.
        var seenZ = Double.isNaN(z) ? Box.FLOOR : z;
        var projection = new Projection(frame.pose(), frame.viewport());
        return new SurfacePoint(
                known,
                picture.getMinX() + projection.screenX(x, y, seenZ),
                picture.getMinY() + projection.screenY(x, y, seenZ));
    }
}
