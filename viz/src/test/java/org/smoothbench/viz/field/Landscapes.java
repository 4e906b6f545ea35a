package org.smoothbench.viz.field;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.scatter.Marker;

/** Losses and classes of small random networks over two directions: kinked with ReLU, smooth with SiLU. */
final class Landscapes {
    static final DoubleUnaryOperator RELU = z -> Math.max(0, z);
    static final DoubleUnaryOperator SILU = z -> z / (1 + Math.exp(-z));

    static final List<String> NAMES = List.of("airplane", "automobile", "bird", "cat", "deer");

    private static final int HIDDEN = 24;
    private static final int CLASSES = 5;

    private Landscapes() {}

    /** Cross-entropy of class 3 and the predicted class, over -2 to 2 squared. */
    static ScalarField of(int side, DoubleUnaryOperator activation) {
        var random = new Random(5);
        var weights = random.doubles(HIDDEN * 3, -1.6, 1.6).toArray();
        var mixing = random.doubles(CLASSES * HIDDEN, -1.1, 1.1).toArray();
        var values = new float[side * side];
        var classes = new short[side * side];
        for (var i = 0; i < values.length; i++) {
            var x = -2 + 4.0 * (i % side) / (side - 1);
            var row = i / side;
            var y = -2 + 4.0 * row / (side - 1);
            var logits = logits(x, y, weights, mixing, activation);
            var best = 0;
            var sum = 0.0;
            for (var k = 0; k < CLASSES; k++) {
                best = logits[k] > logits[best] ? k : best;
                sum += Math.exp(logits[k]);
            }
            classes[i] = (short) best;
            values[i] = (float) (Math.log(sum) - logits[3]);
        }
        return ScalarField.of(side, side, new Range(-2, 2), new Range(-2, 2), values)
                .withClasses(classes);
    }

    private static double[] logits(double x, double y, double[] weights, double[] mixing, DoubleUnaryOperator act) {
        var logits = new double[CLASSES];
        for (var j = 0; j < HIDDEN; j++) {
            var hidden = act.applyAsDouble(2 * weights[3 * j] * x + 2 * weights[3 * j + 1] * y + weights[3 * j + 2]);
            for (var k = 0; k < CLASSES; k++) {
                logits[k] += mixing[k * HIDDEN + j] * hidden;
            }
        }
        return logits;
    }

    /** A chart with everything that a chart can have. */
    static void fill(FieldChart chart, ScalarField field, String model) {
        chart.setField(field);
        chart.titleProperty().set("Loss of image 7 (cat), " + model);
        chart.captionProperty()
                .set("ResNet-18 width 16, " + model
                        + " · CIFAR-10 test image 7 · a: PGD-10 direction, b: Rademacher, seed 0 · "
                        + "ε = 8/255, clipped to [0, 1] · 101 × 101 vertices");
        chart.xAxis().setTitle("a, adversarial");
        chart.xAxis().setUnit("ε");
        chart.yAxis().setTitle("b, Rademacher");
        chart.yAxis().setUnit("ε");
        chart.valueAxis().setTitle("cross-entropy");
        chart.budgetProperty().set(1);
        chart.classColoursProperty().set(ClassColours.over(List.of(field), NAMES));
        chart.getMarks()
                .setAll(
                        new PlaneMark("x", "the image", 0, 0, Marker.CIRCLE),
                        new PlaneMark("x′", "the adversarial example", 1, 0, Marker.DIAMOND));
        chart.pathProperty()
                .set(new PlanePath(
                        "PGD-10",
                        List.of(
                                new PlanePath.Step(0, 0, 0),
                                new PlanePath.Step(0.25, 0.15, 0.08),
                                new PlanePath.Step(0.5, 0.12, 0.12),
                                new PlanePath.Step(0.7, 0.2, 0.1),
                                new PlanePath.Step(0.85, 0.08, 0.05),
                                new PlanePath.Step(1, 0, 0))));
        chart.sectionProperty().set(new SectionLine(-1.7, -1.2, 1.6, 1.3));
    }

    /** The same field, everywhere more by an amount. */
    static ScalarField moved(ScalarField field, float amount) {
        var values = field.values();
        for (var i = 0; i < values.length; i++) {
            values[i] += amount;
        }
        return ScalarField.of(field.columns(), field.rows(), field.xRange(), field.yRange(), values);
    }

    /** The same field with a block of holes. */
    static ScalarField withHoles(ScalarField field) {
        var values = field.values();
        for (var row = 70; row < 76; row++) {
            for (var column = 20; column < 29; column++) {
                values[row * field.columns() + column] = Float.NaN;
            }
        }
        return ScalarField.of(field.columns(), field.rows(), field.xRange(), field.yRange(), values)
                .withClasses(field.classes().orElseThrow());
    }
}
