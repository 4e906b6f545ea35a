package org.smoothbench.viz.surface;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.event.Event;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Turns wheel, mouse and keys into what they mean to a view. */
final class SurfaceGestures {
    private static final double DEGREES_PER_PIXEL = 0.4;
    private static final double DEGREES_PER_KEY = 5;
    /** What one notch of a usual wheel, 40 pixels, brings the surface nearer by. */
    private static final double FACTOR_PER_NOTCH = 1.12;

    private static final double PIXELS_PER_NOTCH = 40;
    private static final int FAR_STEP = 10;

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
        view.addEventHandler(KeyEvent.KEY_PRESSED, gestures::keyPressed);
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

    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> arrow(event, -1, 0);
            case RIGHT -> arrow(event, 1, 0);
            case UP -> arrow(event, 0, 1);
            case DOWN -> arrow(event, 0, -1);
            case PLUS, ADD, EQUALS -> consume(event, () -> move(pose -> pose.zoomed(FACTOR_PER_NOTCH)));
            case MINUS, SUBTRACT -> consume(event, () -> move(pose -> pose.zoomed(1 / FACTOR_PER_NOTCH)));
            case T, DIGIT1, NUMPAD1 -> consume(event, () -> camera().travelTo(CameraPreset.TOP));
            case I, DIGIT2, NUMPAD2 -> consume(event, () -> camera().travelTo(CameraPreset.ISO));
            case F, DIGIT3, NUMPAD3 -> consume(event, () -> camera().travelTo(CameraPreset.FRONT));
            case DIGIT0, NUMPAD0, HOME -> consume(event, () -> camera().reset());
            case PAGE_UP -> consume(event, () -> step(0, FAR_STEP));
            case PAGE_DOWN -> consume(event, () -> step(0, -FAR_STEP));
            case ESCAPE -> {
                if (view.pointedVertexProperty().get().isPresent()) {
                    consume(event, () -> point(Optional.empty()));
                }
            }
            default -> {}
        }
    }

    private void arrow(KeyEvent event, int right, int up) {
        if (event.isShiftDown()) {
            consume(event, () -> step(right, up));
        } else {
            consume(event, () -> move(pose -> pose.orbited(-right * DEGREES_PER_KEY, up * DEGREES_PER_KEY)));
        }
    }

    /** To a neighbouring vertex; the first one is that of x, or the middle. */
    private void step(int columns, int rows) {
        var model = view.modelProperty().get();
        if (model == null) {
            return;
        }
        var field = model.field();
        var before = view.pointedVertexProperty().get();
        var middle = new GridVertex(field.nearestColumn(0), field.nearestRow(0));
        point(Optional.of(before.map(at -> new GridVertex(
                        Math.clamp(at.column() + columns, 0, field.columns() - 1),
                        Math.clamp(at.row() + rows, 0, field.rows() - 1)))
                .orElse(middle)));
    }

    private static void consume(Event event, Runnable action) {
        action.run();
        event.consume();
    }
}
