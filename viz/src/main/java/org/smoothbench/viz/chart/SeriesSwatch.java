package org.smoothbench.viz.chart;

import java.util.Arrays;
import java.util.Objects;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;

/**
 * A sample of the line that a series is drawn with, for legends outside of charts. Style class {@code viz-series-swatch},
 * which takes the theme from {@code -viz-text}. FX thread only.
 */
public final class SeriesSwatch extends StackPane {
    private static final double LENGTH = 22;

    private final int paletteIndex;
    private final Line line = new Line(0, 0, LENGTH, 0);

    /** A sample in a colour of {@link SeriesPalette#colourBlindSafe()}. */
    public SeriesSwatch(int paletteIndex, LineStyle style) {
        this.paletteIndex = paletteIndex;
        getStyleClass().add("viz-series-swatch");
        // The colour of text gives the theme away, as it does in charts.
        var probe = new Text();
        probe.getStyleClass().add("viz-series-probe");
        probe.fillProperty().subscribe(fill -> {
            if (fill instanceof Color colour) {
                line.setStroke(SeriesPalette.colourBlindSafe().colour(this.paletteIndex, Theme.ofText(colour)));
            }
        });
        line.setStrokeWidth(2.5);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        Arrays.stream(style.dashes()).forEach(line.getStrokeDashArray()::add);
        getChildren().addAll(probe, line);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(SeriesSwatch.class.getResource("line-chart.css"))
                .toExternalForm();
    }
}
