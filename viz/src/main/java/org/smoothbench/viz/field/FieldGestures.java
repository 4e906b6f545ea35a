package org.smoothbench.viz.field;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.smoothbench.viz.chart.PlotAxes;

/** Turns mouse and keys into what a chart of a field does. */
final class FieldGestures {
    private static final double REACH = 11;
    private static final int FAR = 10;

    private final FieldChart chart;
    private Grip grip = Grip.NONE;
    private boolean dragged;

    private enum Grip {
        NONE,
        FROM,
        TO
    }

    private FieldGestures(FieldChart chart) {
        this.chart = chart;
    }

    static void install(FieldChart chart) {
        var gestures = new FieldGestures(chart);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, gestures::moved);
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> chart.point(Optional.empty()));
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::pressed);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::dragged);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, gestures::clicked);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, gestures::keyPressed);
    }

    private void moved(MouseEvent event) {
        var axes = chart.axes();
        if (axes == null) {
            return;
        }
        var isGrip = gripAt(event.getX(), event.getY(), axes) != Grip.NONE;
        chart.setCursor(isGrip ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        if (axes.area().contains(event.getX(), event.getY())) {
            chart.pointAt(axes.xAt(event.getX()), axes.yAt(event.getY()));
        } else {
            chart.point(Optional.empty());
        }
    }

    private Grip gripAt(double pixelX, double pixelY, PlotAxes axes) {
        var line = chart.sectionProperty().get();
        if (line == null) {
            return Grip.NONE;
        }
        var toEnd = Math.hypot(axes.x(line.toX()) - pixelX, axes.y(line.toY()) - pixelY);
        var toStart = Math.hypot(axes.x(line.fromX()) - pixelX, axes.y(line.fromY()) - pixelY);
        if (Math.min(toEnd, toStart) > REACH) {
            return Grip.NONE;
        }
        return toEnd <= toStart ? Grip.TO : Grip.FROM;
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        dragged = false;
        var axes = chart.axes();
        grip = axes == null ? Grip.NONE : gripAt(event.getX(), event.getY(), axes);
    }

    private void dragged(MouseEvent event) {
        var axes = chart.axes();
        if (grip == Grip.NONE || axes == null) {
            return;
        }
        dragged = true;
        chart.setCursor(Cursor.CLOSED_HAND);
        chart.point(Optional.empty());
        move(grip, axes.xAt(event.getX()), axes.yAt(event.getY()));
    }

    private void clicked(MouseEvent event) {
        if (!dragged && event.isStillSincePress()) {
            chart.choose();
        }
        grip = Grip.NONE;
    }

    /** No further than the field reaches: beyond it there is nothing to cut. */
    private void move(Grip end, double x, double y) {
        var line = chart.sectionProperty().get();
        var field = chart.fieldProperty().get();
        if (line == null || field == null) {
            return;
        }
        var insideX = Math.clamp(x, field.xRange().min(), field.xRange().max());
        var insideY = Math.clamp(y, field.yRange().min(), field.yRange().max());
        switch (end) {
            case NONE -> {}
            case FROM -> chart.sectionProperty().set(line.from(insideX, insideY));
            case TO -> chart.sectionProperty().set(line.to(insideX, insideY));
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(event, -1, 0);
            case RIGHT -> step(event, 1, 0);
            case UP -> step(event, 0, 1);
            case DOWN -> step(event, 0, -1);
            case ENTER, SPACE -> {
                chart.choose();
                event.consume();
            }
            case ESCAPE -> {
                if (chart.pointedAtProperty().get().isPresent()) {
                    chart.point(Optional.empty());
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void step(KeyEvent event, int columns, int rows) {
        var field = chart.fieldProperty().get();
        if (field == null) {
            return;
        }
        event.consume();
        if (event.isShortcutDown()) {
            stepSection(event.isShiftDown() ? Grip.FROM : Grip.TO, columns, rows, field);
            return;
        }
        var steps = event.isShiftDown() ? FAR : 1;
        var at = chart.pointedAtProperty().get();
        // From nowhere to the middle, where the image is.
        var column = at.map(vertex -> vertex.column() + steps * columns).orElse(field.columns() / 2);
        var row = at.map(vertex -> vertex.row() + steps * rows).orElse(field.rows() / 2);
        chart.point(Optional.of(FieldVertex.of(
                field, Math.clamp(column, 0, field.columns() - 1), Math.clamp(row, 0, field.rows() - 1))));
    }

    private void stepSection(Grip end, int columns, int rows, ScalarField field) {
        var line = chart.sectionProperty().get();
        if (line != null) {
            var x = end == Grip.FROM ? line.fromX() : line.toX();
            var y = end == Grip.FROM ? line.fromY() : line.toY();
            move(
                    end,
                    x + columns * field.xRange().width() / (field.columns() - 1),
                    y + rows * field.yRange().width() / (field.rows() - 1));
        }
    }
}
