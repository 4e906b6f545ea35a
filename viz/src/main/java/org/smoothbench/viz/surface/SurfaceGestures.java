package org.smoothbench.viz.surface;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Turns wheel and mouse into what they mean to a view. */
final class SurfaceGestures {
    private static final double DEGREES_PER_PIXEL = 0.4;
    /** What one notch of a usual wheel, 40 pixels, brings the surface nearer by. */
    private static final double FACTOR_PER_NOTCH = 1.12;

    private static final double PIXELS_PER_NOTCH = 40;

    private final SurfaceView view;
    private final SurfacePane pane;
    private double dragX;
    private double dragY;
    private @Nullable SectionDrag section;

    private SurfaceGestures(SurfaceView view, SurfacePane pane) {
        this.view = view;
        this.pane = pane;
    }

    static void install(SurfaceView view, SurfacePane pane) {
        var gestures = new SurfaceGestures(view, pane);
        view.addEventHandler(ScrollEvent.SCROLL, gestures::scrolled);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, gestures::moved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> gestures.point(Optional.empty()));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> gestures.section = null);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, gestures::clicked);
    }

    private OrbitCamera camera() {
        return view.cameraProperty().get();
    }

    private void move(UnaryOperator<CameraPose> change) {
        camera().jumpTo(change.apply(camera().pose()));
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            var factor = Math.pow(FACTOR_PER_NOTCH, event.getDeltaY() / PIXELS_PER_NOTCH);
            move(pose -> pose.zoomed(factor));
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        var picture = pane.picture();
        point(pane.shown()
                .flatMap(frame ->
                        new Picking(frame).vertex(event.getX() - picture.getMinX(), event.getY() - picture.getMinY())));
    }

    private void point(Optional<GridVertex> vertex) {
        view.pointedVertexProperty().set(vertex);
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        section = event.getButton() == MouseButton.PRIMARY
                ? SectionDrag.at(view, pane, event.getX(), event.getY()).orElse(null)
                : null;
    }

    private void dragged(MouseEvent event) {
        var right = event.getX() - dragX;
        var down = event.getY() - dragY;
        dragX = event.getX();
        dragY = event.getY();
        event.consume();
        if (section != null) {
            section.to(event.getX(), event.getY());
        } else if (event.getButton() != MouseButton.PRIMARY || event.isShiftDown()) {
            pane.shown().ifPresent(frame -> {
                var pixel = new Projection(frame.pose(), frame.viewport()).pixel();
                move(pose -> pose.panned(right * pixel, -down * pixel));
            });
        } else {
            move(pose -> pose.orbited(-right * DEGREES_PER_PIXEL, down * DEGREES_PER_PIXEL));
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            camera().reset();
            event.consume();
        }
    }
}
