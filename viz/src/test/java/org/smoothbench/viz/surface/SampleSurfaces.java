package org.smoothbench.viz.surface;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.field.ClassColours;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.FieldView;
import org.smoothbench.viz.field.PlaneMark;
import org.smoothbench.viz.field.PlanePath;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.scatter.Marker;

/** Surfaces to look at: the cross-entropy of one small random network, with ReLU and with SiLU. */
final class SampleSurfaces {
    static final Range AXIS = new Range(-2, 2);

    private static final int CLASSES = 3;
    private static final int UNITS = 24;

    private SampleSurfaces() {}

    static ScalarField field(int size, DoubleBinaryOperator height) {
        var values = new float[size * size];
        for (var row = 0; row < size; row++) {
            for (var column = 0; column < size; column++) {
                values[row * size + column] = (float) height.applyAsDouble(at(column, size), at(row, size));
            }
        }
        return ScalarField.of(size, size, AXIS, AXIS, values);
    }

    private static double at(int index, int size) {
        return AXIS.min() + AXIS.width() * index / (size - 1);
    }

    static ScalarField kinked(int size) {
        return network(size, x -> Math.max(0, x));
    }

    static ScalarField smooth(int size) {
        return network(size, x -> x / (1 + Math.exp(-x)));
    }

    private static ScalarField network(int size, DoubleUnaryOperator activation) {
        var weights = weights();
        var field = field(size, (a, b) -> {
            var logits = logits(weights, activation, a, b);
            var most = Math.max(logits[0], Math.max(logits[1], logits[2]));
            var sum = 0.0;
            for (var logit : logits) {
                sum += Math.exp(logit - most);
            }
            return most + Math.log(sum) - logits[0];
        });
        var classes = new short[size * size];
        for (var i = 0; i < classes.length; i++) {
            var logits = logits(weights, activation, at(i % size, size), at(i / size, size));
            for (var one = 1; one < CLASSES; one++) {
                classes[i] = logits[one] > logits[classes[i]] ? (short) one : classes[i];
            }
        }
        return field.withClasses(classes);
    }

    private static double[][] weights() {
        var random = new Random(6);
        var weights = new double[UNITS][3 + CLASSES];
        for (var unit : weights) {
            for (var i = 0; i < unit.length; i++) {
                unit[i] = random.nextGaussian() * (i < 2 ? 1.5 : i == 2 ? 1.6 : 0.55);
            }
        }
        return weights;
    }

    private static double[] logits(double[][] weights, DoubleUnaryOperator activation, double a, double b) {
        var logits = new double[CLASSES];
        for (var unit : weights) {
            var active = activation.applyAsDouble(unit[0] * a + unit[1] * b + unit[2]);
            for (var i = 0; i < CLASSES; i++) {
                logits[i] += active * unit[3 + i];
            }
        }
        return logits;
    }

    static ColourScale scale(int size) {
        return ColourScale.over(ColourMap.VIRIDIS, List.of(kinked(size), smooth(size)));
    }

    /** Everything that can be on a surface. */
    static SurfaceModel model(ScalarField field, ColourScale scale, String name) {
        var words = new SurfaceWords(
                name,
                "a: sign of the gradient [ε]",
                "b: Rademacher [ε]",
                "cross-entropy",
                "24 hidden units, " + name + ", ε = 8/255, PGD-3, 1 image, seed 6");
        return SurfaceModel.of(field, scale, words)
                .withView(FieldView.VALUES, ClassColours.over(List.of(field), List.of("cat", "dog", "bird")))
                .withBudget(1)
                .withAttack(
                        List.of(
                                new PlaneMark("x", "the image", 0, 0, Marker.CIRCLE),
                                new PlaneMark("x′", "the adversarial example", 0.9, 0.1, Marker.CIRCLE)),
                        new PlanePath(
                                "PGD-3",
                                List.of(
                                        new PlanePath.Step(0, 0, 0),
                                        new PlanePath.Step(0.3, -0.12, 0),
                                        new PlanePath.Step(0.62, -0.05, 0),
                                        new PlanePath.Step(0.9, 0.1, 0))));
    }

    static SurfaceFrame frame(SurfaceModel model, CameraPose pose, double width, double height, SurfaceLook look) {
        return new SurfaceFrame(
                model, null, 0, pose, new Viewport(width, height), 1, look, Optional.empty(), null, true);
    }
}
