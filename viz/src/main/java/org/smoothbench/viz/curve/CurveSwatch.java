package org.smoothbench.viz.curve;

import java.util.Arrays;
import java.util.Objects;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;

/** A sample of the line that a slot is drawn with. Style class {@code viz-curve-swatch}. FX thread only. */
public final class CurveSwatch extends StackPane {
    private static final double LENGTH = 26;

    private final int slot;
    private final Line line = new Line(0, 0, LENGTH, 0);

    /** A sample of a slot's line. */
    public CurveSwatch(int slot) {
        this.slot = slot;
        getStyleClass().add("viz-curve-swatch");
        // The colour of text gives the theme away, as it does in charts.
        var probe = new Text();
        probe.getStyleClass().add("viz-curve-probe");
        probe.fillProperty().subscribe(fill -> {
            if (fill instanceof Color colour) {
                paint(Theme.ofText(colour));
            }
        });
        line.setStrokeWidth(2.5);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        Arrays.stream(CurvePlot.lineStyle(slot).dashes()).forEach(line.getStrokeDashArray()::add);
        getChildren().addAll(probe, line);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private void paint(Theme theme) {
        line.setStroke(SeriesPalette.colourBlindSafe().colour(slot, theme));
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(CurveSwatch.class.getResource("curve.css"))
                .toExternalForm();
    }
}
