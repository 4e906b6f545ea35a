package org.smoothbench.app.activations;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
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
        whole.selectedProperty().bindBidirectional(model.fullHeightProperty());
        whole.setMinWidth(USE_PREF_SIZE);
        cutLine.getStyleClass().add("cut-line");
        // Beside the plot's title, where it takes nothing from the plot.
        cutLine.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(cutLine, Pos.TOP_RIGHT);
        for (Region plot : List.of(values, first, new StackPane(second, cutLine))) {
            VBox.setVgrow(plot, Priority.ALWAYS);
            VBox card = new VBox(plot);
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
        model.secondRangeProperty().subscribe(range -> show(range, whole.isSelected()));
        whole.selectedProperty()
                .subscribe(all -> show(model.secondRangeProperty().get(), all));
    }

    private static CurvePlot plot(String title, String id, ActivationsViewModel model) {
        CurvePlot plot = new CurvePlot(title, model.hidden());
        plot.setId(id);
        plot.domainProperty().bind(model.domain().domainProperty());
        plot.windowProperty().bindBidirectional(model.windowProperty());
        plot.setMinHeight(110);
        return plot;
    }

    private void show(Optional<SecondRange> range, boolean all) {
        second.setValues(range.filter(_ -> !all).map(SecondRange::values).orElse(null));
        cut.setText(range.map(now -> (all ? "" : "Cut off: ") + now.cut()).orElse(""));
        cutLine.setVisible(range.isPresent());
    }
}
