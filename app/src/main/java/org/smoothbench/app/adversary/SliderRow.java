package org.smoothbench.app.adversary;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A slider of whole steps with its name and what it is set to. */
final class SliderRow extends HBox {

    private final Slider slider;
    private final Label number = new Label();
    private final double grain;
    private boolean showing;

    /**
     * A slider.
     *
     * @param grain what its values are multiples of
     * @param moved hears what a person sets
     */
    SliderRow(String id, String name, String tip, double grain, double most, DoubleConsumer moved) {
        this.grain = grain;
        getStyleClass().add("bench-slider");
        slider = new Slider(grain, most, grain);
        slider.setId(id);
        slider.setBlockIncrement(grain);
        slider.setAccessibleText(name);
        slider.setTooltip(new Tooltip(tip));
        Label caption = new Label(name);
        caption.setLabelFor(slider);
        caption.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().add("slider-number");
        number.setId(id + "-number");
        number.setMinWidth(USE_PREF_SIZE);
        slider.valueProperty().subscribe((_, now) -> {
            if (!showing) {
                moved.accept(Math.round(now.doubleValue() / grain) * grain);
            }
        });
        getChildren().addAll(caption, slider, number);
        managedProperty().bind(visibleProperty());
    }

    /** Shows a value without telling of it. */
    void show(double value, double most, String words) {
        showing = true;
        slider.setMax(most);
        // While it is dragged it stays under the pointer.
        if (Math.abs(Math.round(slider.getValue() / grain) * grain - value) > grain / 2) {
            slider.setValue(value);
        }
        number.setText(words);
        showing = false;
    }

    void focus() {
        slider.requestFocus();
    }
}
