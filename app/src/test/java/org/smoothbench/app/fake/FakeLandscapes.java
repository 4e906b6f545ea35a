package org.smoothbench.app.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.landscape.AttackPath;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeJournal;
import org.smoothbench.core.landscape.LandscapePlan;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.LandscapeSubject;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.Roughness;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.landscape.SurfaceReport;
import org.smoothbench.core.landscape.SurfaceRoughness;
import org.smoothbench.core.run.RunDirectory;

/** Landscapes of formulas in the folders of runs, as a computation would have kept them. */
public final class FakeLandscapes {

    public static final List<String> CLASSES = List.of("cat", "dog", "frog");

    /** Small and odd, so that no channel, row or column can stand for another. */
    public static final ImagePlane.Shape SHAPE = new ImagePlane.Shape(3, 4, 5);

    private FakeLandscapes() {}

    /** A landscape of one image for each formula of a and b; class 1 is right, and it is seen where a is not above 1. */
    public static Landscape of(
            LandscapeSpec spec, RunDirectory run, ImagePlane.Shape shape, DoubleBinaryOperator... losses) {
        List<Surface> surfaces = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            surfaces.add(surface(spec, shape, losses.length == 1 ? spec.image() : i, losses[i]));
        }
        return new Landscape(
                report(spec, run, shape, surfaces, new LandscapeReport.Values("values.f32", 0, "")), surfaces);
    }

    /** Keeps a landscape in the folder of a run. */
    public static Landscape keep(LandscapeSpec spec, RunDirectory run, DoubleBinaryOperator... losses)
            throws IOException {
        Landscape landscape = of(spec, run, SHAPE, losses);
        LandscapeDirectory directory = new LandscapeDirectory(
                run.landscapes().resolve("kept-" + plan(spec, run).study()));
        Files.createDirectories(directory.path());
        try (LandscapeJournal journal = new LandscapeJournal(directory, SHAPE.values(), spec.grid() * spec.rows())) {
            for (Surface surface : landscape.surfaces()) {
                journal.finish(surface, 0.5);
            }
        }
        LandscapeFile.finish(
                directory, report(spec, run, SHAPE, landscape.surfaces(), LandscapeFile.values(directory)));
        return LandscapeFile.read(directory);
    }

    private static LandscapePlan plan(LandscapeSpec spec, RunDirectory run) {
        return new LandscapePlan(LandscapeReport.SCHEMA, spec, subject(run), null, 256);
    }

    private static LandscapeSubject subject(RunDirectory run) {
        return new LandscapeSubject(run.id(), "ResNet-18, width 16", "ReLU", "best", false, 12, "ab12", "{}", "cd34");
    }

    private static LandscapeReport report(
            LandscapeSpec spec,
            RunDirectory run,
            ImagePlane.Shape shape,
            List<Surface> surfaces,
            LandscapeReport.Values values) {
        return new LandscapeReport(
                LandscapeReport.SCHEMA,
                plan(spec, run).study(),
                spec,
                subject(run),
                null,
                CLASSES,
                shape,
                axis("PGD-10", spec),
                axis("random", spec),
                surfaces.size(),
                surfaces.stream().map(Surface::report).toList(),
                List.of(),
                256,
                new EnvironmentReport("0.1.0", "25", "Linux", "2.7.1", "CPU (2 threads)", 2),
                1.5,
                values);
    }

    private static Axis axis(String label, LandscapeSpec spec) {
        return new Axis(label, "eps", -spec.range(), spec.range(), spec.grid());
    }

    private static Surface surface(LandscapeSpec spec, ImagePlane.Shape shape, int image, DoubleBinaryOperator value) {
        Axis axis = axis("", spec);
        int count = spec.grid();
        float[] loss = new float[count * count];
        float[] margin = new float[loss.length];
        float[] outcome = new float[loss.length];
        for (int i = 0; i < loss.length; i++) {
            double a = axis.at(i % count);
            loss[i] = (float) value.applyAsDouble(a, axis.at(i / count));
            margin[i] = (float) (a - 1);
            outcome[i] = a > 1 ? 2 : 1;
        }
        Layers layers = new Layers(count, count, loss, margin, outcome);
        SurfaceRoughness rough = new SurfaceRoughness(loss, axis, axis);
        Roughness roughness = new Roughness(
                rough.first(),
                rough.second(),
                rough.jumps(),
                0.25,
                Double.NaN,
                new Roughness.Kinks(100, List.of(3L), 3));
        AttackPath path = new AttackPath(
                "PGD-10",
                List.of(
                        new AttackPath.Point(0, 0.1, 0.2, 0.9, 0.7, 1.5, true),
                        new AttackPath.Point(1, 1, 0, 0, 0, 2.5, false)),
                1);
        return new Surface(
                new SurfaceReport(image, 1, loss[loss.length / 2], 1, 0.1, path, roughness, layers.holes()),
                new ImagePlane(shape, filled(shape, 0.5f), filled(shape, 0.1f), filled(shape, -0.05f)),
                layers);
    }

    private static float[] filled(ImagePlane.Shape shape, float value) {
        float[] values = new float[shape.values()];
        Arrays.fill(values, value);
        return values;
    }
}
