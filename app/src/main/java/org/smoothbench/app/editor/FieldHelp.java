package org.smoothbench.app.editor;

import javafx.geometry.Orientation;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.ValueKind;
import org.smoothbench.viz.formula.FormulaView;

/** What explains a setting: what it does, its formula, range, default and path. */
public final class FieldHelp {

    private static final double WIDTH = 360;
    private static final double FORMULA_SIZE = 15;

    private FieldHelp() {}

    /** The explanation as a tooltip. */
    public static Tooltip tooltip(SettingTree.Entry entry) {
        VBox lines = new Lines();
        lines.getStyleClass().add("field-tip");
        lines.getChildren().add(text(entry.field().setting().help() + ".", ""));
        String latex = entry.field().setting().formula();
        if (!latex.isEmpty()) {
            FormulaView formula = new FormulaView(FORMULA_SIZE);
            formula.getStyleClass().add("field-tip-formula");
            formula.setFormula(latex);
            lines.getChildren().add(formula);
        }
        entry.alternative()
                .ifPresent(
                        one -> lines.getChildren().add(text(one.name() + ": " + one.help() + ".", "field-tip-note")));
        String range = FieldWords.range(entry.field());
        if (!range.isEmpty()) {
            lines.getChildren()
                    .add(text(Character.toUpperCase(range.charAt(0)) + range.substring(1), "field-tip-note"));
        }
        if (entry.usual() != null && !(entry.kind() instanceof ValueKind.Group)) {
            lines.getChildren().add(text("Default: " + FieldWords.value(entry.usual()), "field-tip-note"));
        }
        lines.getChildren().add(text(entry.path().substring(2), "field-tip-path"));
        Tooltip tip = new Tooltip(spoken(entry));
        tip.setGraphic(lines);
        tip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.seconds(60));
        return tip;
    }

    /** The explanation for those who cannot see. */
    public static String spoken(SettingTree.Entry entry) {
        String range = FieldWords.range(entry.field());
        return entry.field().setting().help() + (range.isEmpty() ? "" : "; " + range);
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    /** A tooltip asks for the height without telling the width, which texts on several lines need. */
    private static final class Lines extends VBox {

        @Override
        public @Nullable Orientation getContentBias() {
            return null;
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.min(WIDTH, super.computePrefWidth(-1));
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(computePrefWidth(-1));
        }
    }
}
