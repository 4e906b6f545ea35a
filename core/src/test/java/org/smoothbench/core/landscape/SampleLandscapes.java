package org.smoothbench.core.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.smoothbench.core.engine.EnvironmentReport;

/** Landscapes that are formulas. */
final class SampleLandscapes {

    static final ImagePlane.Shape SHAPE = new ImagePlane.Shape(3, 2, 2);

    private SampleLandscapes() {}

    static Axis axis(double range, int count) {
        return new Axis("PGD-10", "eps", -range, range, count);
    }

    /** A layer of a function of a and b. */
    static float[] layer(Axis first, Axis second, DoubleBinaryOperator value) {
        float[] layer = new float[first.count() * second.count()];
        for (int i = 0; i < layer.length; i++) {
            layer[i] = (float) value.applyAsDouble(first.at(i % first.count()), second.at(i / first.count()));
        }
        return layer;
    }

    static float[] ramp(int count, float from) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + i / 100f;
        }
        return values;
    }

    static Surface surface(LandscapeSpec spec, int image, DoubleBinaryOperator value) {
        Axis axis = axis(spec.range(), spec.grid());
        float[] loss = layer(axis, axis, value);
        float[] margin = layer(axis, axis, (a, b) -> a - b);
        float[] outcome = new float[loss.length];
        Arrays.fill(outcome, 2);
        Layers layers = new Layers(axis.count(), axis.count(), loss, margin, outcome);
        SurfaceRoughness rough = new SurfaceRoughness(loss, axis, axis);
        Roughness roughness = new Roughness(
                rough.first(),
                rough.second(),
                rough.jumps(),
                0.25,
                Double.NaN,
                new Roughness.Kinks(100, List.of(3L, 4L), 5));
        AttackPath path = new AttackPath("PGD-10", List.of(new AttackPath.Point(0, 0.1, 0.2, 0.9, 0.7, 1.5, true)), 0);
        SurfaceReport report =
                new SurfaceReport(image, 1, loss[loss.length / 2], 2, 0.1, path, roughness, layers.holes());
        return new Surface(
                report,
                new ImagePlane(
                        SHAPE, ramp(SHAPE.values(), image), ramp(SHAPE.values(), -1), ramp(SHAPE.values(), 0.5f)),
                layers);
    }

    static LandscapeReport report(LandscapeSpec spec, List<Surface> surfaces, LandscapeReport.Values values) {
        LandscapeSubject subject = new LandscapeSubject(
                "20261122-cifar10-relu-s0", "ResNet-18, width 16", "ReLU", "best", false, 12, "ab12", "{}", "cd34");
        return new LandscapeReport(
                LandscapeReport.SCHEMA,
                "0123abcd",
                spec,
                subject,
                null,
                List.of("cat", "dog", "frog"),
                SHAPE,
                axis(spec.range(), spec.grid()),
                new Axis("random", "eps", -spec.range(), spec.range(), spec.grid()),
                surfaces.size(),
                surfaces.stream().map(Surface::report).toList(),
                List.of(new LandscapeReport.LeftOut(7, "its gradient is 0")),
                256,
                new EnvironmentReport("0.1.0", "25", "Linux", "2.7.1", "CPU (2 threads)", 2),
                1.5,
                values);
    }
}
