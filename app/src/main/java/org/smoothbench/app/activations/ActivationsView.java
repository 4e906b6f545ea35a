package org.smoothbench.app.activations;

import atlantafx.base.theme.Styles;
import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.PageHelp;

/** The page of the activations: the set on the left, what is to be seen of it on the right. */
public final class ActivationsView extends BorderPane implements Page {

    private final ActivationsViewModel model;
    private final ActivationPanel panel;

    /** Shows the page of a view model. */
    public ActivationsView(ActivationsViewModel model) {
        this.model = model;
        setId("activations");
        getStyleClass().add("activations-page");
        panel = new ActivationPanel(model);
        setLeft(panel);
        BooleanBinding empty = Bindings.isEmpty(model.plotted());
        Map<Sight, Node> sights = new EnumMap<>(Sight.class);
        sights.put(Sight.CURVES, new CurvesView(model));
        sights.put(Sight.KINK, new KinkView(model));
        sights.put(Sight.PROBE, new ProbeView(model));
        StackPane centre = new StackPane(emptyState(model, empty));
        sights.forEach((sight, node) -> {
            node.visibleProperty().bind(model.sightProperty().isEqualTo(sight).and(empty.not()));
            node.managedProperty().bind(node.visibleProperty());
            centre.getChildren().add(node);
        });
        VBox.setVgrow(centre, Priority.ALWAYS);
        VBox right = new VBox(header(model), centre);
        right.getStyleClass().add("activations-sights");
        setCenter(right);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void focusFirst() {
        panel.focusAdd();
    }

    @Override
    public PageHelp help() {
        return PageHelp.of(
                "Activations",
                "Activation functions with their derivatives: how smooth they are, what a kink is in numbers, and what an"
                        + " attacker sees whose gradients are not the network's.",
                new PageHelp.Topic(
                        "Curves",
                        "Value, first and second derivative. The legend switches a curve off in all plots; the plots zoom"
                                + " together."),
                new PageHelp.Topic(
                        "Kink",
                        "The neighbourhood of 0 and the limits of the derivatives from both sides. C0 is continuous, C1 has"
                                + " a continuous slope, C2 a continuous curvature."),
                new PageHelp.Topic(
                        "Probe",
                        "The paper's experiment: the network computes with one function and the gradient is that of another."));
    }

    @Override
    public JsonObject state() {
        return ActivationsMemory.of(model);
    }

    @Override
    public void restore(JsonObject state) {
        ActivationsMemory.restore(model, state);
    }

    private static HBox header(ActivationsViewModel model) {
        SegmentedButton segments = new SegmentedButton();
        for (Sight sight : Sight.values()) {
            ToggleButton button = new ToggleButton(sight.label());
            button.setId("sight-" + sight.name().toLowerCase(java.util.Locale.ROOT));
            button.setOnAction(_ -> {
                model.sightProperty().set(sight);
                // One is always chosen, also after a click on the one that is.
                button.setSelected(true);
            });
            segments.getButtons().add(button);
            model.sightProperty().subscribe(now -> {
                if (now == sight) {
                    button.setSelected(true);
                }
            });
        }
        segments.setMinWidth(USE_PREF_SIZE);
        Button all = new Button("Show all", new FontIcon(Feather.MAXIMIZE_2));
        all.setId("reset-zoom");
        all.setMinWidth(USE_PREF_SIZE);
        all.getStyleClass().add(Styles.FLAT);
        all.setTooltip(new Tooltip("Leave the zoom (0 or a double click in a plot)"));
        all.disableProperty().bind(model.windowProperty().isNull());
        all.visibleProperty().bind(model.sightProperty().isNotEqualTo(Sight.KINK));
        all.setOnAction(_ -> model.windowProperty().set(null));
        Label hint = new Label("Wheel or +/− zooms, dragging pans");
        hint.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(segments, gap, hint, all);
        header.getStyleClass().add("activations-header");
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private static Node emptyState(ActivationsViewModel model, BooleanBinding empty) {
        Label title = new Label("No activation to draw");
        title.getStyleClass().add("page-title");
        FlowPane presets = ActivationPanel.presets(model);
        presets.setAlignment(javafx.geometry.Pos.CENTER);
        VBox state = new VBox(title, new Label("Add activations on the left, or begin with a set:"), presets);
        state.setId("activations-empty");
        state.getStyleClass().addAll("card", "activations-empty");
        state.visibleProperty().bind(empty);
        return state;
    }
}
