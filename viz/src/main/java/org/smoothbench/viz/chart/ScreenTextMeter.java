package org.smoothbench.viz.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text as JavaFX writes it. */
public final class ScreenTextMeter implements TextMeter {
    private final Text probe = new Text();

    /** Measures this font. FX thread only. */
    public ScreenTextMeter(Font font) {
        probe.setFont(font);
    }

    @Override
    public double width(String text) {
        probe.setText(text);
        return Math.ceil(probe.getLayoutBounds().getWidth());
    }

    @Override
    public double lineHeight() {
        probe.setText("0");
        return Math.ceil(probe.getLayoutBounds().getHeight());
    }
}
