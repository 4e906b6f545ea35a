package org.smoothbench.app.activations;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.activation.Activation;

/** What is on the page, on its left: presets, the range of x, and a card for each activation. */
final class ActivationPanel extends VBox {

    private final ActivationsViewModel model;
    private final VBox cards = new VBox();
    private final Map<PlottedActivation, ActivationCard> made = new HashMap<>();
    private final MenuButton add = new MenuButton("Add activation", new FontIcon(Feather.PLUS));

    ActivationPanel(ActivationsViewModel model) {
        this.model = model;
        getStyleClass().add("activation-panel");
        setMinWidth(USE_PREF_SIZE);
        cards.getStyleClass().add("activation-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("activation-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        buildAdd();
        getChildren().addAll(presets(model), range(model.domain()), add, scroll);
        model.plotted().addListener((ListChangeListener<PlottedActivation>) _ -> showCards());
        showCards();
    }

    /** Puts the keyboard onto the control that adds. */
    void focusAdd() {
        add.requestFocus();
    }

    /** A button for each preset. */
    static FlowPane presets(ActivationsViewModel model) {
        FlowPane presets = new FlowPane();
        presets.getStyleClass().add("presets");
        for (Preset preset : Preset.offered()) {
            Button button = new Button(preset.label());
            button.getStyleClass().add(Styles.SMALL);
            button.setTooltip(new Tooltip(preset.help()));
            button.setAccessibleHelp(preset.help());
            button.setOnAction(_ -> model.show(preset));
            presets.getChildren().add(button);
        }
        return presets;
    }

    private void buildAdd() {
        add.setId("add-activation");
        add.setMaxWidth(Double.MAX_VALUE);
        for (Activation activation : Activation.usual()) {
            MenuItem item = new MenuItem(activation.label());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.add(activation));
            add.getItems().add(item);
        }
        add.setOnShowing(_ -> {
            for (int i = 0; i < add.getItems().size(); i++) {
                add.getItems()
                        .get(i)
                        .setDisable(!model.canAdd(Activation.usual().get(i)));
            }
        });
    }

    private static VBox range(DomainViewModel domain) {
        TextField from = end("domain-from", "Left end of the x axis");
        from.textProperty().bindBidirectional(domain.fromProperty());
        TextField to = end("domain-to", "Right end of the x axis");
        to.textProperty().bindBidirectional(domain.toProperty());
        HBox line = new HBox(new Label("x from"), from, new Label("to"), to);
        line.getStyleClass().add("parameter-line");
        Label error = ParameterField.errorText();
        error.textProperty().bind(domain.errorProperty());
        domain.errorProperty()
                .subscribe(text -> List.of(from, to)
                        .forEach(field -> field.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty())));
        return new VBox(line, error);
    }

    private static TextField end(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(5);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /** Cards stay the same nodes, so that a slider being dragged is not taken away. */
    private void showCards() {
        made.keySet().retainAll(model.plotted());
        List<Node> now = new ArrayList<>();
        for (PlottedActivation one : model.plotted()) {
            now.add(made.computeIfAbsent(one, missing -> new ActivationCard(missing, () -> model.remove(missing))));
        }
        cards.getChildren().setAll(now);
    }
}
