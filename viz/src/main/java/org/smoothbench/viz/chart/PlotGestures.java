package org.smoothbench.viz.chart;

import javafx.event.Event;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Turns wheel, mouse and keys into what they mean to a plot. */
final class PlotGestures {
    /** What one notch of a usual wheel, 40 pixels, multiplies the shown range by. */
    private static final double FACTOR_PER_NOTCH = 0.85;

    private static final double PIXELS_PER_NOTCH = 40;
    private static final double KEY_PAN = 60;

    private final PlotPane pane;
    private double dragX;

    private PlotGestures(PlotPane pane) {
        this.pane = pane;
    }

    static void install(PlotPane pane) {
        var gestures = new PlotGestures(pane);
        pane.addEventHandler(ScrollEvent.SCROLL, gestures::scrolled);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pane.pointAt(event.getX()));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pane.pointNowhere());
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, gestures::clicked);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, gestures::keyPressed);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && (pane.zoomsWithWheelAlone() || event.isShortcutDown())) {
            pane.zoomAbout(event.getX(), Math.pow(FACTOR_PER_NOTCH, event.getDeltaY() / PIXELS_PER_NOTCH));
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        dragX = event.getX();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            pane.pan(event.getX() - dragX);
            dragX = event.getX();
            pane.pointAt(event.getX());
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            pane.resetZoom();
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> consume(event, () -> move(event, -1));
            case RIGHT -> consume(event, () -> move(event, 1));
            case PLUS, ADD, EQUALS -> consume(event, () -> zoom(FACTOR_PER_NOTCH));
            case MINUS, SUBTRACT -> consume(event, () -> zoom(1 / FACTOR_PER_NOTCH));
            case DIGIT0, NUMPAD0 -> consume(event, pane::resetZoom);
            default -> {}
        }
    }

    private void move(KeyEvent event, int direction) {
        if (event.isShiftDown()) {
            pane.pan(-direction * KEY_PAN);
        } else {
            pane.pointAtNeighbour(direction);
        }
    }

    private void zoom(double factor) {
        pane.zoomAbout(pane.getWidth() / 2, factor);
    }

    private static void consume(Event event, Runnable action) {
        action.run();
        event.consume();
    }
}
