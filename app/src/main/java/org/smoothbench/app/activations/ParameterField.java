package org.smoothbench.app.activations;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A number as slider and field, with what is wrong with it below. */
final class ParameterField extends VBox {

    /** A sixtieth of a slider's length: a tenth of a decade where it spans six. */
    private static final double KEY_STEP = 1 / 60.0;

    ParameterField(ParameterViewModel model, String owner) {
        getStyleClass().add("parameter");
        Label name = new Label(model.symbol());
        name.getStyleClass().add("parameter-name");
        name.setMinWidth(USE_PREF_SIZE);
        Slider slider = new Slider(0, 1, model.positionProperty().get());
        slider.setBlockIncrement(KEY_STEP);
        slider.valueProperty().bindBidirectional(model.positionProperty());
        slider.setAccessibleText(owner + ", slider for " + model.key());
        slider.setAccessibleHelp(model.help());
        slider.setTooltip(new Tooltip(model.help()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        TextField field = new TextField();
        field.textProperty().bindBidirectional(model.textProperty());
        field.setPrefColumnCount(6);
        field.setMinWidth(76);
        field.setAccessibleText(owner + ", " + model.key());
        field.setTooltip(new Tooltip(model.help()));
        name.setLabelFor(field);
        HBox line = new HBox(name, slider, field);
        line.getStyleClass().add("parameter-line");
        Label error = errorText();
        error.textProperty().bind(model.errorProperty());
        getChildren().addAll(line, error);
        model.errorProperty().subscribe(text -> {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
            field.setAccessibleHelp(text.isEmpty() ? model.help() : text);
        });
    }

    /** A line under a field that takes no room while it is empty. */
    static Label errorText() {
        Label error = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }
}
