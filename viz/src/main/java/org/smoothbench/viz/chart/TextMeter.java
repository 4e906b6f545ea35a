package org.smoothbench.viz.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text in logical pixels before it is laid out. */
final class TextMeter {
    private final Text probe = new Text();

    TextMeter(Font font) {
        probe.setFont(font);
    }

    double width(String text) {
        probe.setText(text);
        return Math.ceil(probe.getLayoutBounds().getWidth());
    }

    double lineHeight() {
        probe.setText("0");
        return Math.ceil(probe.getLayoutBounds().getHeight());
    }
}
