package org.smoothbench.viz.chart;

import java.util.Arrays;
import javafx.scene.control.ToggleButton;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;

/** Names a series beside a sample of its line, and shows or hides it. */
final class LegendEntry extends ToggleButton {
    private static final double SAMPLE_LENGTH = 22;

    private final Series series;
    private final Line sample = new Line(0, 0, SAMPLE_LENGTH, 0);

    LegendEntry(Series series, String text) {
        super(text);
        this.series = series;
        // Without the class of a button, the looks of buttons in the application's theme do not apply.
        getStyleClass().setAll("viz-legend-entry");
        setMnemonicParsing(false);
        setGraphic(sample);
        sample.getStyleClass().add("viz-legend-sample");
        sample.setStrokeLineCap(StrokeLineCap.BUTT);
        Arrays.stream(series.lineStyle().dashes()).forEach(sample.getStrokeDashArray()::add);
        selectedProperty().bindBidirectional(series.visibleProperty());
        selectedProperty().subscribe(shown -> setAccessibleText(accessibleText(shown)));
    }

    void paint(SeriesPalette palette, Theme theme) {
        sample.setStroke(palette.colour(series.paletteIndex(), theme));
    }

    private String accessibleText(boolean shown) {
        var axis = switch (series.side()) {
            case LEFT -> "left axis";
            case RIGHT -> "right axis";
        };
        return series.name() + ", " + axis + ", " + (shown ? "shown" : "hidden");
    }
}
