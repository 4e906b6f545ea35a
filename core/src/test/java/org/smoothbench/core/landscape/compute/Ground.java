package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.DeviceImages;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapePlan;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.LandscapeSubject;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.model.Classifier;

/** Small colour images, models of them that are formulas, and landscapes of those. */
final class Ground implements AutoCloseable {

    static final int CHANNELS = 3;
    static final int SIDE = 4;
    static final int VALUES = CHANNELS * SIDE * SIDE;

    final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final DeviceImages images;
    private final int classes;

    /** So many images with values from a range of bytes; classes come one after another. */
    Ground(int count, int classes, int from, int to) {
        byte[] bytes = new byte[count * VALUES];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(from, to);
        }
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes;
        }
        this.classes = classes;
        this.images = new DeviceImages(engine, new ImageSet(bytes, labels, SIDE, SIDE, CHANNELS), classes);
    }

    DeviceImages images() {
        return images;
    }

    /** A model of values that lie row by row, pixel by pixel, channel last. */
    ExploredModel model(UnaryOperator<NDArray> logits) {
        return new ExploredModel(
                new Classifier() {

                    @Override
                    public NDArray logits(NDArray shown) {
                        return logits.apply(shown.transpose(0, 2, 3, 1).reshape(-1, VALUES));
                    }

                    @Override
                    public int classes() {
                        return classes;
                    }
                },
                null,
                images);
    }

    NDArray tensor(Shape shape, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return engine.manager().create(floats, shape).duplicate();
    }

    static double[] random(int count, long seed, double from, double to) {
        return new SplittableRandom(seed).doubles(count, from, to).toArray();
    }

    static double dot(double[] a, int from, float[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[from + i] * b[i];
        }
        return sum;
    }

    static LandscapeSpec spec(PlaneSpec plane, int grid, double range, boolean clip) {
        return new LandscapeSpec(plane, 8, grid, range, 1, 1, clip, 7);
    }

    /** The numbers from one end of an axis of the plane to the other. */
    static Axis axis(LandscapeSpec spec) {
        return new Axis("", "eps", -spec.range(), spec.range(), spec.grid());
    }

    /** The plane of a surface over images. */
    static ImagePlane plane(Surface surface) {
        return Objects.requireNonNull(surface.plane());
    }

    /** A surface from its first vertex to its last. */
    Surface surface(LandscapeSpec spec, ExploredModel model, ExploredModel other, int batch) {
        LandscapeComputation computation = new LandscapeComputation(engine, spec, model, other, names());
        try (SurfaceWork work = computation.work(0, batch, () -> false)) {
            while (work.advance()) {
                // It counts what comes out.
            }
            return work.surface();
        }
    }

    Surface surface(LandscapeSpec spec, ExploredModel model) {
        return surface(spec, model, model, 16);
    }

    List<String> names() {
        return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    }

    static LandscapePlan plan(LandscapeSpec spec, int batch) {
        LandscapeSubject subject = new LandscapeSubject("run", "a formula", "ReLU", "best", false, 1, "ab", "{}", "cd");
        return new LandscapePlan(LandscapeReport.SCHEMA, spec, subject, null, batch);
    }

    /** A landscape in a folder, written whenever a batch is done. */
    Landscape landscape(Path folder, LandscapeSpec spec, ExploredModel model, int batch, BooleanSupplier cancelled)
            throws IOException {
        Files.createDirectories(folder);
        LandscapeDirectory directory = new LandscapeDirectory(folder);
        var _ = new LandscapeComputation(engine, spec, model, null, names())
                .noting(0)
                .run(directory, plan(spec, batch), (_, _, _) -> {}, cancelled);
        return LandscapeFile.read(directory);
    }

    @Override
    public void close() {
        images.close();
        engine.close();
    }
}
