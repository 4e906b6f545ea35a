package org.smoothbench.viz.surface;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyEvent;
import org.smoothbench.viz.field.PlaneKeys;
import org.smoothbench.viz.field.SectionEnd;

/** Turns keys into what they mean to a view. */
final class SurfaceKeys extends PlaneKeys {
    private static final double DEGREES = 5;
    private static final double FACTOR = 1.12;
    /** In half widths of the surface. */
    private static final double PAN = 0.1;

    private static final int FAR_STEP = 10;

    private final SurfaceView view;

    private SurfaceKeys(SurfaceView view) {
        this.view = view;
    }

    static void install(SurfaceView view) {
        new SurfaceKeys(view).listenTo(view);
    }

    private OrbitCamera camera() {
        return view.cameraProperty().get();
    }

    private void move(UnaryOperator<CameraPose> change) {
        camera().jumpTo(change.apply(camera().pose()));
    }

    @Override
    protected void plain(KeyEvent event) {
        switch (event.getCode()) {
            case A -> pan(event, PAN, 0);
            case D -> pan(event, -PAN, 0);
            case W -> pan(event, 0, -PAN);
            case S -> pan(event, 0, PAN);
            case PLUS, ADD, EQUALS -> consume(event, () -> move(pose -> pose.zoomed(FACTOR)));
            case MINUS, SUBTRACT -> consume(event, () -> move(pose -> pose.zoomed(1 / FACTOR)));
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

    /** The eye goes there, as over a map: what is seen goes the other way. */
    private void pan(KeyEvent event, double right, double up) {
        consume(event, () -> move(pose -> pose.panned(right, up)));
    }

    @Override
    protected void arrow(KeyEvent event, int right, int up) {
        if (event.isShortcutDown()) {
            consume(event, () -> moveEnd(event.isShiftDown() ? SectionEnd.A : SectionEnd.B, right, up));
        } else if (event.isShiftDown()) {
            consume(event, () -> step(right, up));
        } else {
            consume(event, () -> move(pose -> pose.orbited(-right * DEGREES, up * DEGREES)));
        }
    }

    /** Along the axes, wherever the eye is. */
    private void moveEnd(SectionEnd end, int right, int up) {
        var model = view.modelProperty().get();
        var cut = view.sectionProperty().get();
        if (model != null && cut != null) {
            view.sectionProperty().set(cut.stepped(end, right, up, model.field()));
        }
    }

    private void point(Optional<GridVertex> vertex) {
        view.pointedVertexProperty().set(vertex);
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
}
