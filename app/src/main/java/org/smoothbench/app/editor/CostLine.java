package org.smoothbench.app.editor;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the draft will cost, and the button that measures it. */
final class CostLine extends HBox {

    CostLine(CostViewModel model) {
        getStyleClass().add("cost-line");
        setMinWidth(0);
        Label size = new Label();
        size.setId("network-size");
        size.textProperty().bind(model.sizeProperty());
        Label measured = new Label();
        measured.setId("measured");
        measured.textProperty()
                .bind(Bindings.when(model.staleProperty())
                        .then(Bindings.concat("before the last edits: ", model.measuredProperty()))
                        .otherwise(model.measuredProperty()));
        measured.getStyleClass().add("muted");
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(model.explainedProperty());
        measured.setTooltip(tip);
        model.staleProperty().subscribe(stale -> measured.setGraphic(stale ? new FontIcon(Feather.CLOCK) : null));
        for (Label label : new Label[] {size, measured}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
            label.setMinWidth(0);
        }
        VBox lines = new VBox(size, measured);
        lines.getStyleClass().add("cost-lines");
        lines.setMinWidth(0);
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("small-wheel");
        wheel.visibleProperty().bind(model.measuringProperty());
        wheel.managedProperty().bind(wheel.visibleProperty());
        Button measure = new Button();
        measure.setId("measure");
        measure.getStyleClass().add(Styles.SMALL);
        measure.setMinWidth(USE_PREF_SIZE);
        measure.textProperty()
                .bind(Bindings.when(model.measuringProperty()).then("Cancel").otherwise("Measure"));
        measure.disableProperty()
                .bind(model.possible().not().and(model.measuringProperty().not()));
        measure.setTooltip(new Tooltip(
                "Times a few real training steps in a process of its own, to tell time and memory; no run is made"));
        measure.setOnAction(_ -> {
            if (model.measuringProperty().get()) {
                model.cancel();
            } else {
                model.measure();
            }
        });
        getChildren().addAll(lines, wheel, measure);
    }
}
