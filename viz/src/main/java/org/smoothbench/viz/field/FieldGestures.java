package org.smoothbench.viz.field;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.smoothbench.viz.chart.PlotAxes;

/** Turns mouse and wheel into what a chart of a field does. */
final class FieldGestures {
    private static final double REACH = 11;
    /** What one notch of a usual wheel, 40 pixels, brings the plane nearer by. */
    private static final double FACTOR_PER_NOTCH = 1.2;

    private static final double PIXELS_PER_NOTCH = 40;

    private final FieldChart chart;
    /** The section's end in a person's hand; none while the plane itself is. */
    private Optional<SectionEnd> end = Optional.empty();

    private boolean held;
    private boolean dragged;
    private double dragX;
    private double dragY;

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
        chart.addEventHandler(ScrollEvent.SCROLL, gestures::scrolled);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && chart.axes() != null) {
            chart.zoomAbout(
                    event.getX(), event.getY(), Math.pow(FACTOR_PER_NOTCH, event.getDeltaY() / PIXELS_PER_NOTCH));
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        var axes = chart.axes();
        if (axes == null) {
            return;
        }
        var isEnd = endAt(event.getX(), event.getY(), axes).isPresent();
        chart.setCursor(isEnd ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        if (axes.area().contains(event.getX(), event.getY())) {
            chart.pointAt(axes.xAt(event.getX()), axes.yAt(event.getY()));
        } else {
            chart.point(Optional.empty());
        }
    }

    private Optional<SectionEnd> endAt(double pixelX, double pixelY, PlotAxes axes) {
        var line = chart.sectionProperty().get();
        if (line == null) {
            return Optional.empty();
        }
        var toB = distance(line, SectionEnd.B, pixelX, pixelY, axes);
        var toA = distance(line, SectionEnd.A, pixelX, pixelY, axes);
        if (Math.min(toB, toA) > REACH) {
            return Optional.empty();
        }
        return Optional.of(toB <= toA ? SectionEnd.B : SectionEnd.A);
    }

    private static double distance(SectionLine line, SectionEnd end, double pixelX, double pixelY, PlotAxes axes) {
        return Math.hypot(axes.x(line.x(end)) - pixelX, axes.y(line.y(end)) - pixelY);
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        dragged = false;
        dragX = event.getX();
        dragY = event.getY();
        var axes = chart.axes();
        held = axes != null && axes.area().contains(event.getX(), event.getY());
        end = axes == null || event.getButton() != MouseButton.PRIMARY
                ? Optional.empty()
                : endAt(event.getX(), event.getY(), axes);
    }

    private void dragged(MouseEvent event) {
        var axes = chart.axes();
        if (axes == null || (end.isEmpty() && !held)) {
            return;
        }
        dragged = true;
        chart.setCursor(Cursor.CLOSED_HAND);
        chart.point(Optional.empty());
        if (end.isPresent()) {
            move(end.get(), axes.xAt(event.getX()), axes.yAt(event.getY()));
        } else {
            var right = (dragX - event.getX()) / axes.area().getWidth();
            var up = (event.getY() - dragY) / axes.area().getHeight();
            chart.zoomProperty().set(chart.zoomProperty().get().moved(right, up));
        }
        dragX = event.getX();
        dragY = event.getY();
        event.consume();
    }

    private void move(SectionEnd which, double x, double y) {
        var line = chart.sectionProperty().get();
        var field = chart.fieldProperty().get();
        if (line != null && field != null) {
            chart.sectionProperty().set(line.moved(which, x, y, field));
        }
    }

    private void clicked(MouseEvent event) {
        end = Optional.empty();
        held = false;
        if (dragged || !event.isStillSincePress()) {
            moved(event);
        } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            chart.zoomProperty().set(PlaneZoom.WHOLE);
            event.consume();
        } else {
            chart.choose();
        }
    }
}
