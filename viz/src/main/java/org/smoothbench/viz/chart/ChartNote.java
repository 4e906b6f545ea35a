package org.smoothbench.viz.chart;

import javafx.scene.control.Label;

/** A few lines about a point of a chart, beside it and inside the chart; style class {@code viz-note}. FX thread only. */
public final class ChartNote extends Label {
    private static final double NARROWEST = 160;
    private static final double DISTANCE = 14;

    /** A note that is not seen yet. */
    public ChartNote() {
        getStyleClass().add("viz-note");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /**
     * Says something about a point: right of it if there is room, else left.
     *
     * @param x of the point, in the chart's pixels
     * @param y of the point
     * @param width of the chart
     * @param height of the chart
     */
    public void showBeside(double x, double y, double width, double height, String words) {
        setVisible(true);
        setText(words);
        applyCss();
        var ownWidth = snapSizeX(Math.min(prefWidth(-1), Math.max(NARROWEST, width - 2 * DISTANCE)));
        var ownHeight = snapSizeY(prefHeight(ownWidth));
        var left = x + DISTANCE + ownWidth <= width ? x + DISTANCE : Math.max(0, x - DISTANCE - ownWidth);
        var top = Math.clamp(y - ownHeight / 2, 0, Math.max(0, height - ownHeight));
        resizeRelocate(snapPositionX(left), snapPositionY(top), ownWidth, ownHeight);
    }

    /** Says nothing any more. */
    public void vanish() {
        setVisible(false);
    }
}
