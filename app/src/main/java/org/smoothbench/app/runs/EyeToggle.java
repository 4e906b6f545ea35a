package org.smoothbench.app.runs;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says whether a run is compared, by an open or a closed eye and its colour, and changes that. */
final class EyeToggle extends Button {

    private static final PseudoClass COMPARED = PseudoClass.getPseudoClass("compared");

    private final FontIcon eye = new FontIcon(Feather.EYE_OFF);
    private final ColourMark mark = new ColourMark(14);
    private final Tooltip tooltip = new Tooltip();

    EyeToggle() {
        getStyleClass().add("eye-toggle");
        // Space does the same in the list, where the keyboard is.
        setFocusTraversable(false);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        HBox both = new HBox(mark, eye);
        both.getStyleClass().add("eye");
        setGraphic(both);
        setTooltip(tooltip);
    }

    void show(boolean compared, int colour) {
        eye.setIconCode(compared ? Feather.EYE : Feather.EYE_OFF);
        mark.setVisible(compared);
        mark.setManaged(compared);
        mark.show(colour);
        pseudoClassStateChanged(COMPARED, compared);
        setAccessibleText(compared ? "No longer compare" : "Compare");
        tooltip.setText((compared ? "Take out of the comparison" : "Compare in charts") + " (Space)");
    }
}
