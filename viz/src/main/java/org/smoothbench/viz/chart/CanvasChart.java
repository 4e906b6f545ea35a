package org.smoothbench.viz.chart;

import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;

/**
 * What charts have in common that draw themselves on a canvas and can be reached by the keyboard; see {@link StyledChart}.
 * FX thread only.
 */
// Nothing calls a chart before it is whole.
@SuppressWarnings("this-escape")
public abstract class CanvasChart extends StyledChart {
    private final Canvas canvas = new Canvas();
    private final Dimension2D preferred;
    private final double smallest;

    /**
     * A chart that is empty as yet.
     *
     * @param preferred how large it likes to be, in logical pixels
     * @param smallest the least width and height
     */
    protected CanvasChart(String styleClass, Dimension2D preferred, double smallest) {
        this.preferred = preferred;
        this.smallest = smallest;
        getStyleClass().add(styleClass);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** Draws everything; called while the chart is laid out. */
    protected abstract void paint(CanvasSurface surface, Rectangle2D bounds);

    /** How large a picture of the chart is: as it is seen, or as it likes to be before that. */
    protected final Dimension2D drawnSize() {
        return getWidth() > 0 && getHeight() > 0 ? new Dimension2D(getWidth(), getHeight()) : preferred;
    }

    @Override
    protected void restyle() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        var inner = new Rectangle2D(
                snappedLeftInset(),
                snappedTopInset(),
                Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()),
                Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        paint(new CanvasSurface(g, style().small().getFamily()), inner);
    }

    @Override
    protected final double computePrefWidth(double forHeight) {
        return preferred.getWidth();
    }

    @Override
    protected final double computePrefHeight(double forWidth) {
        return preferred.getHeight();
    }

    @Override
    protected final double computeMinWidth(double forHeight) {
        return smallest;
    }

    @Override
    protected final double computeMinHeight(double forWidth) {
        return smallest;
    }
}
