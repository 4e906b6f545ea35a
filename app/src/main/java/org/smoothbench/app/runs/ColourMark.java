package org.smoothbench.app.runs;

import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;

/** A short line in the colour of a run's curves. FX thread only. */
public final class ColourMark extends StackPane {

    private final Line line;
    private Theme theme = Theme.LIGHT;
    private int index;

    /** A line of a length in logical pixels. */
    public ColourMark(double length) {
        getStyleClass().add("colour-mark");
        line = new Line(0, 0, length, 0);
        line.setStrokeWidth(3);
        // The colour of text gives the theme away, as it does in charts.
        Text probe = new Text();
        probe.getStyleClass().add("theme-probe");
        probe.setManaged(false);
        probe.fillProperty().subscribe(fill -> {
            if (fill instanceof Color colour) {
                theme = Theme.ofText(colour);
                paint();
            }
        });
        getChildren().addAll(probe, line);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Shows the colour of an index. */
    public void show(int newIndex) {
        index = newIndex;
        paint();
    }

    private void paint() {
        line.setStroke(SeriesPalette.colourBlindSafe().colour(index, theme));
        // Beyond the last colour they come again; then the line says which.
        if (index < SeriesPalette.colourBlindSafe().size()) {
            line.getStrokeDashArray().clear();
        } else {
            line.getStrokeDashArray().setAll(4.0, 3.0);
        }
    }
}
