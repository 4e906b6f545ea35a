package org.smoothbench.viz.chart;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.smoothbench.viz.palette.Theme;

/**
 * How a chart looks, once the style sheets have been applied.
 *
 * @param text what is to be read first, such as values
 * @param muted what stands back, such as tick labels
 * @param small the font of everything drawn on the canvas
 */
public record ChartStyle(Color background, Color text, Color muted, Color grid, Font small, Theme theme) {
    /** The canvas' font relative to the chart's. */
    static final double SMALL = 0.86;

    /** The look of paper, whatever the theme of the screen: dark on white. */
    public ChartStyle onPaper() {
        return new ChartStyle(
                Color.WHITE, Color.web("#24292f"), Color.web("#57606a"), Color.web("#d8dee4"), small, Theme.LIGHT);
    }
}
