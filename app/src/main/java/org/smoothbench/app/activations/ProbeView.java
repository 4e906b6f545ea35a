package org.smoothbench.app.activations;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.smoothbench.viz.curve.CurvePlot;

/** What a network computes forwards beside what is handed back through it. */
final class ProbeView extends VBox {

    ProbeView(ActivationsViewModel page) {
        ProbeViewModel model = page.probe();
        getStyleClass().add("curves");
        CurvePlot forward = plot("Forward pass: the network computes", "plot-forward", page);
        CurvePlot backward = plot("Backward pass: attacker or optimizer is told", "plot-backward", page);
        getChildren().addAll(choice(model), card(forward), card(backward));
        model.probeProperty().subscribe(probe -> {
            forward.setCurves(probe.forward());
            backward.setCurves(probe.backward());
        });
    }

    private static VBox choice(ProbeViewModel model) {
        ComboBox<PlottedActivation> forward = new ComboBox<>(model.forwards());
        forward.setId("probe-forward");
        forward.setAccessibleText("Activation in the forward pass");
        name(forward, one -> one.activationProperty().map(f -> f.label()));
        forward.valueProperty().bindBidirectional(model.forwardProperty());
        ComboBox<BackwardChoice> backward = new ComboBox<>(model.backwards());
        backward.setId("probe-backward");
        backward.setAccessibleText("Derivative in the backward pass");
        name(backward, BackwardChoice::label);
        backward.valueProperty().bindBidirectional(model.backwardProperty());
        Label summary = new Label();
        summary.setId("probe-summary");
        summary.textProperty().bind(model.probeProperty().map(ProbeViewModel.Probe::summary));
        Label why = new Label(
                "The paper's table 1 keeps ReLU in the forward pass and puts a smooth derivative behind it for"
                        + " the attacker, for the optimizer, or for both.");
        why.getStyleClass().add("muted");
        for (Label text : List.of(summary, why)) {
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
        }
        FlowPane line = new FlowPane(named("Forward", forward), named("Backward", backward));
        line.getStyleClass().add("probe-choice");
        VBox card = new VBox(line, summary, why);
        card.getStyleClass().addAll("card", "chart-card");
        card.setMinHeight(USE_PREF_SIZE);
        return card;
    }

    private static CurvePlot plot(String title, String id, ActivationsViewModel page) {
        CurvePlot plot = new CurvePlot(title, page.hiddenInProbe());
        plot.setId(id);
        plot.domainProperty().bind(page.domain().domainProperty());
        plot.windowProperty().bindBidirectional(page.windowProperty());
        plot.setMinHeight(130);
        VBox.setVgrow(plot, Priority.ALWAYS);
        return plot;
    }

    private static VBox card(CurvePlot plot) {
        VBox card = new VBox(plot);
        card.getStyleClass().addAll("card", "chart-card");
        card.setPrefHeight(240);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private static HBox named(String text, ComboBox<?> box) {
        Label name = new Label(text);
        name.setLabelFor(box);
        HBox line = new HBox(name, box);
        line.getStyleClass().add("parameter-line");
        return line;
    }

    /** Shows items by a name that may change while they are shown. */
    private static <T> void name(ComboBox<T> box, Function<T, ObservableValue<String>> label) {
        box.setCellFactory(_ -> new NamedCell<>(label));
        box.setButtonCell(new NamedCell<>(label));
    }

    private static final class NamedCell<T> extends ListCell<T> {
        private final Function<T, ObservableValue<String>> label;

        NamedCell(Function<T, ObservableValue<String>> label) {
            this.label = label;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText(null);
            } else {
                textProperty().bind(label.apply(item));
            }
        }
    }
}
