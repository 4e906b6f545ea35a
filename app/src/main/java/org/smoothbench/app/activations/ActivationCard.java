package org.smoothbench.app.activations;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.viz.curve.CurveSwatch;
import org.smoothbench.viz.formula.FormulaView;

/** One activation of the page: its line, formula, class, curvature and parameters. */
final class ActivationCard extends VBox {

    private static final double FORMULA_SIZE = 15;

    private final Label name = new Label();
    private final Label smoothness = new Label();
    private final Label curvature = new Label();
    private final FormulaView formula = new FormulaView(FORMULA_SIZE);

    ActivationCard(PlottedActivation plotted, Runnable remove) {
        getStyleClass().addAll("card", "activation-card");
        setMinHeight(USE_PREF_SIZE);
        name.getStyleClass().add("activation-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        smoothness.getStyleClass().add("smoothness-badge");
        smoothness.setMinWidth(USE_PREF_SIZE);
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setOnAction(_ -> remove.run());
        close.setTooltip(new Tooltip("Remove from the page"));
        HBox title = new HBox(new CurveSwatch(plotted.slot()), name, gap(), smoothness, close);
        title.getStyleClass().add("activation-title");
        curvature.getStyleClass().add("muted");
        curvature.setWrapText(true);
        curvature.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, formula);
        String kind = plotted.activation().label();
        plotted.parameters().forEach(parameter -> getChildren().add(new ParameterField(parameter, kind)));
        getChildren().add(curvature);
        plotted.activationProperty().subscribe(f -> {
            show(f, plotted.facts());
            close.setAccessibleText("Remove " + f.label());
        });
    }

    private void show(Activation f, ActivationFacts facts) {
        name.setText(f.label());
        formula.setFormula("f(x) = " + f.formula());
        smoothness.setText(ActivationWords.badge(facts));
        String explained = ActivationWords.explained(facts.smoothness());
        smoothness.setTooltip(new Tooltip(explained));
        smoothness.setAccessibleText(explained);
        curvature.setText("Largest |f″|: " + ActivationWords.curvature(facts));
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
