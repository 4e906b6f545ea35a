package org.smoothbench.app.landscape;

import org.smoothbench.core.landscape.Layers;

/** What of a landscape is drawn as height. */
enum Height {
    /** Cross-entropy. */
    LOSS("Loss", "cross-entropy [nats]", "nats"),
    /** How far the model is from being right. */
    MARGIN("Margin", "largest wrong logit − logit of the class", "");

    private final String label;
    private final String axis;
    private final String unit;

    Height(String label, String axis, String unit) {
        this.label = label;
        this.axis = axis;
        this.unit = unit;
    }

    /** What its button says. */
    String label() {
        return label;
    }

    /** What stands at an axis. */
    String axis() {
        return axis;
    }

    /** The unit; empty for pure numbers. */
    String unit() {
        return unit;
    }

    /** The numbers of a surface; shared, not copied. */
    float[] of(Layers layers) {
        return switch (this) {
            case LOSS -> layers.loss();
            case MARGIN -> layers.margin();
        };
    }
}
