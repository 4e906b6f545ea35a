package org.smoothbench.app.activations;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.viz.curve.CurvePlot;

/** Value, first and second derivative below each other, over the same x. */
final class CurvesView extends VBox {

    private final CurvePlot values;
    private final CurvePlot first;
    private final CurvePlot second;
    private final Label cut = new Label("", new FontIcon(Feather.SCISSORS));
    private final CheckBox whole = new CheckBox("Show peaks whole");
    private final HBox cutLine = new HBox(cut, whole);

    CurvesView(ActivationsViewModel model) {
        getStyleClass().add("curves");
        values = plot("Value f(x)", "plot-value", model);
        first = plot("First derivative f′(x)", "plot-first", model);
        second = plot("Second derivative f″(x)", "plot-second", model);
        first.setLegendShown(false);
        second.setLegendShown(false);
        cut.setId("cut");
        cut.getStyleClass().add("muted");
        cut.setWrapText(true);
        whole.selectedProperty().bindBidirectional(model.fullHeightProperty());
        whole.setMinWidth(USE_PREF_SIZE);
        cutLine.getStyleClass().add("cut-line");
        VBox secondCard = new VBox(second, cutLine);
        VBox.setVgrow(second, Priority.ALWAYS);
        for (VBox card : List.of(new VBox(values), new VBox(first), secondCard)) {
            card.getStyleClass().addAll("card", "chart-card");
            VBox.setVgrow(card, Priority.ALWAYS);
            card.setPrefHeight(200);
            getChildren().add(card);
        }
        model.curvesProperty().subscribe(curves -> {
            values.setCurves(curves.values());
            first.setCurves(curves.first());
            second.setCurves(curves.second());
        });
        model.secondRangeProperty().subscribe(range -> show(range, model.hasSharpPeaks()));
    }

    private static CurvePlot plot(String title, String id, ActivationsViewModel model) {
        CurvePlot plot = new CurvePlot(title, model.hidden());
        plot.setId(id);
        plot.domainProperty().bind(model.domain().domainProperty());
        plot.windowProperty().bindBidirectional(model.windowProperty());
        plot.setMinHeight(110);
        VBox.setVgrow(plot, Priority.ALWAYS);
        return plot;
    }

    private void show(Optional<SecondRange> range, boolean sharpPeaks) {
        second.setValues(range.map(SecondRange::values).orElse(null));
        cut.setText(range.map(now -> "Cut off: " + now.cut()).orElse("Peaks are shown whole"));
        cutLine.setVisible(sharpPeaks);
        cutLine.setManaged(sharpPeaks);
    }
}
