package org.smoothbench.viz.chart;

import javafx.scene.layout.FlowPane;

/** One switch per series of a chart. */
final class Legend extends FlowPane {
    private static final double ENTRY_GAP = 4;

    private final PlotModel model;

    Legend(PlotModel model) {
        super(ENTRY_GAP, ENTRY_GAP);
        this.model = model;
        getStyleClass().add("viz-legend");
    }

    /** Makes the entries anew, after series came or went. */
    void refresh() {
        getChildren().setAll(model.series.stream().map(this::entry).toList());
    }

    private LegendEntry entry(Series one) {
        var entry = new LegendEntry(one, model.legendText(one));
        entry.hoverProperty().subscribe((was, pointedAt) -> {
            if (pointedAt) {
                model.highlighted.add(one);
            } else {
                model.highlighted.remove(one);
            }
        });
        return entry;
    }

    void paint(ChartStyle style) {
        for (var child : getChildren()) {
            if (child instanceof LegendEntry entry) {
                entry.paint(model.palette.get(), style.theme());
            }
        }
    }
}
