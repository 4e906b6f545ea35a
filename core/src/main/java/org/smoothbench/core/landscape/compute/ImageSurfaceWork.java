package org.smoothbench.core.landscape.compute;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Roughness;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.landscape.SurfaceReport;

/** The surface of one image over a plane of images. */
public final class ImageSurfaceWork extends SurfaceWork {

    private final TorchEngine engine;
    private final LandscapeSpec spec;
    private final PlaneSpec.OfImages wanted;
    private final ExploredModel model;
    private final @Nullable ExploredModel other;
    private final int image;
    private final int batch;
    private final BooleanSupplier cancelled;
    private @Nullable Found found;
    private @Nullable PlaneQueries queries;

    /**
     * Work that has not begun.
     *
     * @param wanted the plane of the specification
     * @param other whose attack gives the second direction, where the plane wants another model's
     * @param image the index of the test image, which must be one of the model's
     * @param batch how many vertices are computed at once
     * @param cancelled asked before each query of a model
     */
    public ImageSurfaceWork(
            TorchEngine engine,
            LandscapeSpec spec,
            PlaneSpec.OfImages wanted,
            ExploredModel model,
            @Nullable ExploredModel other,
            int image,
            int batch,
            BooleanSupplier cancelled) {
        super(axis(spec, PlaneAxes.first(wanted)), axis(spec, PlaneAxes.second(wanted)));
        this.engine = engine;
        this.spec = spec;
        this.wanted = wanted;
        this.model = model;
        this.other = other;
        this.image = image;
        this.batch = batch;
        this.cancelled = cancelled;
    }

    private static Axis axis(LandscapeSpec spec, String label) {
        return new Axis(label, "eps", -spec.range(), spec.range(), spec.grid());
    }

    @Override
    boolean prepared() {
        return found != null;
    }

    @Override
    void prepare() {
        found = new PlaneFinder(engine, spec, model, other, cancelled).find(wanted, image);
        if (found instanceof Found.Plane plane) {
            queries = new PlaneQueries(engine, model, plane.plane(), plane.label(), spec.clip(), cancelled);
        }
    }

    @Override
    public Optional<String> leftOut() {
        return found instanceof Found.Nothing(String reason) ? Optional.of(reason) : Optional.empty();
    }

    /** The plane; empty until it is found. */
    public Optional<ImagePlane> plane() {
        return found instanceof Found.Plane plane ? Optional.of(plane.plane()) : Optional.empty();
    }

    @Override
    int atOnce() {
        return batch;
    }

    @Override
    void compute(int[] indices) {
        float[] a = new float[indices.length];
        float[] b = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            a[i] = (float) first().at(indices[i] % first().count());
            b[i] = (float) second().at(indices[i] / first().count());
        }
        LogitRow[] rows = open().at(a, b);
        for (int i = 0; i < indices.length; i++) {
            layers().loss()[indices[i]] = (float) rows[i].loss();
            layers().margin()[indices[i]] = (float) rows[i].margin();
            layers().outcome()[indices[i]] = rows[i].predicted();
        }
    }

    private PlaneQueries open() {
        PlaneQueries open = queries;
        if (open == null) {
            throw new IllegalStateException("there is no plane of image " + image);
        }
        return open;
    }

    @Override
    Surface finish() {
        if (!(found instanceof Found.Plane plane)) {
            throw new IllegalStateException("there is no plane of image " + image);
        }
        Roughness roughness =
                new RoughnessProbe(engine, spec, model).measure(plane, open(), layers(), first(), second());
        int middle = layers().size() / 2;
        SurfaceReport report = new SurfaceReport(
                image,
                plane.label(),
                layers().loss()[middle],
                layers().predicted(middle),
                plane.cosine(),
                plane.way().on(plane.plane(), spec.radius()),
                roughness,
                layers().holes());
        return new Surface(report, plane.plane(), layers());
    }

    @Override
    public void close() {
        if (queries != null) {
            queries.close();
        }
    }
}
