package org.smoothbench.app.meters;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;

/** A figure beside the bars of its short past. */
final class MeterView extends Label {

    private static final double WIDTH = 40;
    private static final double HEIGHT = 14;

    private final Polygon bars = new Polygon();
    private final Tooltip tooltip = new Tooltip();

    MeterView() {
        getStyleClass().add("meter");
        bars.getStyleClass().add("meter-bars");
        bars.setManaged(false);
        Pane box = new Pane(bars);
        box.getStyleClass().add("meter-box");
        box.setMinSize(WIDTH, HEIGHT);
        box.setPrefSize(WIDTH, HEIGHT);
        box.setMaxSize(WIDTH, HEIGHT);
        setGraphic(box);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
    }

    void show(Meter meter) {
        setText(meter.text());
        tooltip.setText(meter.explanation());
        setAccessibleText(meter.explanation());
        bars.getPoints().setAll(outline(meter.history()));
    }

    /** The bars as one shape that stands on the floor of the box, the newest on the right. */
    private static Double[] outline(List<Double> history) {
        double step = WIDTH / MetersViewModel.LOOKS;
        double left = WIDTH - step * history.size();
        Double[] points = new Double[4 * history.size() + 4];
        int at = 0;
        points[at++] = left;
        points[at++] = HEIGHT;
        for (int i = 0; i < history.size(); i++) {
            // A pixel stays, so that a machine at rest differs from a meter without figures.
            double top = HEIGHT - Math.max(1, history.get(i) * HEIGHT);
            points[at++] = left + i * step;
            points[at++] = top;
            points[at++] = left + (i + 1) * step;
            points[at++] = top;
        }
        points[at++] = WIDTH;
        points[at] = HEIGHT;
        return points;
    }
}
