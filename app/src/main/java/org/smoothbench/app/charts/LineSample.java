package org.smoothbench.app.charts;

import java.util.Arrays;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.smoothbench.viz.chart.LineStyle;

/** A sample of a style of lines, in the colour of text. */
final class LineSample extends StackPane {

    private static final double LENGTH = 22;

    LineSample(LineStyle style) {
        Line line = new Line(0, 0, LENGTH, 0);
        line.getStyleClass().add("line-sample");
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        Arrays.stream(style.dashes()).forEach(line.getStrokeDashArray()::add);
        getChildren().add(line);
    }
}
