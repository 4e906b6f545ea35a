package org.smoothbench.viz.field;

import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** Turns keys into what a chart of a field does. */
final class FieldKeys extends PlaneKeys {
    private static final int FAR = 10;
    private static final double FACTOR = 1.2;
    /** The part of what is seen that one key moves it by. */
    private static final double PAN = 0.1;

    private final FieldChart chart;

    private FieldKeys(FieldChart chart) {
        this.chart = chart;
    }

    static void install(FieldChart chart) {
        new FieldKeys(chart).listenTo(chart);
    }

    @Override
    protected void plain(KeyEvent event) {
        switch (event.getCode()) {
            case A -> pan(event, -PAN, 0);
            case D -> pan(event, PAN, 0);
            case W -> pan(event, 0, PAN);
            case S -> pan(event, 0, -PAN);
            case PLUS, ADD, EQUALS -> consume(event, () -> zoom(FACTOR));
            case MINUS, SUBTRACT -> consume(event, () -> zoom(1 / FACTOR));
            case DIGIT0, NUMPAD0, HOME ->
                consume(event, () -> chart.zoomProperty().set(PlaneZoom.WHOLE));
            case ENTER, SPACE -> consume(event, chart::choose);
            case ESCAPE -> {
                if (chart.pointedAtProperty().get().isPresent()) {
                    consume(event, () -> chart.point(Optional.empty()));
                }
            }
            default -> {}
        }
    }

    private void pan(KeyEvent event, double right, double up) {
        consume(event, () -> chart.zoomProperty().set(chart.zoomProperty().get().moved(right, up)));
    }

    /** About the vertex that is pointed at, or else about the middle. */
    private void zoom(double times) {
        var axes = chart.axes();
        if (axes != null) {
            var at = chart.pointedAtProperty().get();
            chart.zoomAbout(
                    at.map(vertex -> axes.x(vertex.x())).orElse(Double.NaN),
                    at.map(vertex -> axes.y(vertex.y())).orElse(Double.NaN),
                    times);
        }
    }

    @Override
    protected void arrow(KeyEvent event, int right, int up) {
        var field = chart.fieldProperty().get();
        if (field == null) {
            return;
        }
        if (event.isShortcutDown()) {
            consume(event, () -> moveEnd(event.isShiftDown() ? SectionEnd.A : SectionEnd.B, right, up, field));
        } else {
            var steps = event.isShiftDown() ? FAR : 1;
            consume(event, () -> step(steps * right, steps * up, field));
        }
    }

    private void moveEnd(SectionEnd end, int right, int up, ScalarField field) {
        var line = chart.sectionProperty().get();
        if (line != null) {
            chart.sectionProperty().set(line.stepped(end, right, up, field));
        }
    }

    private void step(int columns, int rows, ScalarField field) {
        var at = chart.pointedAtProperty().get();
        // From nowhere to the middle, where the image is.
        var column = at.map(vertex -> vertex.column() + columns).orElse(field.columns() / 2);
        var row = at.map(vertex -> vertex.row() + rows).orElse(field.rows() / 2);
        var next =
                FieldVertex.of(field, Math.clamp(column, 0, field.columns() - 1), Math.clamp(row, 0, field.rows() - 1));
        chart.point(Optional.of(next));
        chart.reveal(next);
    }
}
