package org.smoothbench.viz.formula;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.smoothbench.viz.formula.Formula.Row;
import org.smoothbench.viz.formula.Formula.Symbol;

/**
 * Shows one formula, written in a small part of LaTeX: letters, digits, signs, powers, fractions, cases and the usual
 * functions. Anything else is shown as it is written. Its accessible text is the formula read aloud.
 *
 * <p>Style class {@code viz-formula}; the colour is {@code -viz-text}. FX thread only.
 */
public final class FormulaView extends Region {
    private final double size;
    private Box box = Box.blank(0);

    /**
     * An empty formula.
     *
     * @param size of the letters, in logical pixels
     */
    public FormulaView(double size) {
        this.size = size;
        getStyleClass().add("viz-formula");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Sets the formula, e.g. {@code \frac{1}{\alpha} \log(1 + e^{\alpha x})}. */
    public void setFormula(String latex) {
        var formula = parsed(latex);
        setAccessibleText(formula.spoken());
        box = new Typesetter(size).set(formula);
        getChildren().setAll(box.nodes().stream().map(Box.Placed::node).toList());
        requestLayout();
    }

    /** Whether a formula can be set; else it would be shown as it is written. */
    public static boolean canSet(String latex) {
        try {
            return !FormulaParser.parse(latex).parts().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Row parsed(String latex) {
        return canSet(latex) ? FormulaParser.parse(latex) : new Row(List.of(new Symbol(latex, false, latex, 0, 0)));
    }

    @Override
    protected void layoutChildren() {
        var left = snappedLeftInset();
        var baseline = getBaselineOffset();
        for (var placed : box.nodes()) {
            placed.node().setLayoutX(left + placed.x());
            placed.node().setLayoutY(baseline + placed.y());
        }
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + box.ascent();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + box.width() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + box.height() + snappedBottomInset();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(FormulaView.class.getResource("formula.css"))
                .toExternalForm();
    }
}
