package org.smoothbench.app.editor;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.smoothbench.core.activation.Activation;

/** A small picture of an activation: its value as a strong line, its derivative as a faint one. */
final class CurveThumbnail extends Pane {

    private static final double WIDTH = 84;
    private static final double HEIGHT = 56;
    private static final double REACH = 3;
    private static final double LOW = -0.8;
    private static final double HIGH = 2.4;
    private static final int STEPS = 84;

    CurveThumbnail(Activation activation) {
        getStyleClass().add("thumbnail");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setClip(new Rectangle(WIDTH, HEIGHT));
        Line axis = new Line(0, y(0), WIDTH, y(0));
        Line upright = new Line(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
        axis.getStyleClass().add("thumbnail-axis");
        upright.getStyleClass().add("thumbnail-axis");
        getChildren()
                .addAll(
                        axis,
                        upright,
                        line(activation::firstDerivative, "thumbnail-slope"),
                        line(activation::value, "thumbnail-value"));
        setAccessibleText(activation.label());
    }

    private static Polyline line(DoubleUnaryOperator f, String style) {
        Polyline line = new Polyline();
        for (int i = 0; i <= STEPS; i++) {
            double x = -REACH + 2 * REACH * i / STEPS;
            line.getPoints().addAll(WIDTH * i / STEPS, y(f.applyAsDouble(x)));
        }
        line.getStyleClass().add(style);
        return line;
    }

    private static double y(double value) {
        return HEIGHT * (HIGH - Math.clamp(value, LOW - 1, HIGH + 1)) / (HIGH - LOW);
    }
}
