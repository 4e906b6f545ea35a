package org.smoothbench.core.landscape.compute;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeJournal;
import org.smoothbench.core.landscape.LandscapePlan;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * Computes a landscape into its folder, from the first vertex or from where it was interrupted; either way the same values.
 * Works on the engine's thread.
 */
public final class LandscapeComputation {

    /** How many images of 32 x 32 pixels in colour are shown to a network at a time; fewer larger ones. */
    private static final int USUAL_BATCH = 256;

    private static final int USUAL_VALUES = 3 * 32 * 32;
    private static final int SMALLEST_BATCH = 8;

    /** How often what is computed is written, at most. */
    private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TorchEngine engine;
    private final LandscapeSpec spec;
    private final ExploredModel model;
    private final @Nullable ExploredModel other;
    private final List<String> classNames;
    private final int[] images;
    private long noteNanos = NOTE_NANOS;

    /**
     * A landscape.
     *
     * @param other the model whose attack gives the second direction, or the end of a line; none where none is wanted
     * @param classNames the name of each class
     * @throws ProblemException if there are no such images
     */
    public LandscapeComputation(
            TorchEngine engine,
            LandscapeSpec spec,
            ExploredModel model,
            @Nullable ExploredModel other,
            List<String> classNames) {
        this.engine = engine;
        this.spec = spec;
        this.model = model;
        this.other = other;
        this.classNames = List.copyOf(classNames);
        this.images = images(spec, model.images());
    }

    /** How many images of a set are shown to a network at a time where nobody says otherwise. */
    public static int usualBatch(ImageSupply supply) {
        long values = (long) supply.channels() * supply.height() * supply.width();
        long fitting = (long) USUAL_BATCH * USUAL_VALUES / Math.max(1, values);
        return Math.clamp(fitting, SMALLEST_BATCH, USUAL_BATCH);
    }

    /**
     * Which test images a specification means.
     *
     * @throws ProblemException if there are not so many
     */
    public static int[] images(LandscapeSpec spec, ImageSupply supply) {
        if (spec.images() > supply.size()) {
            throw new Problem.Usage(
                            "there are only " + supply.size() + " test images",
                            "--images " + spec.images(),
                            "take at most so many")
                    .asException();
        }
        if (spec.images() > 1) {
            return supply.spread(spec.images());
        }
        if (spec.image() >= supply.size()) {
            throw new Problem.Usage(
                            "there is no such test image",
                            "--image " + spec.image(),
                            "take one from 0 to " + (supply.size() - 1))
                    .asException();
        }
        return new int[] {spec.image()};
    }

    /** This one, writing what is computed after so many nanoseconds at the earliest. */
    LandscapeComputation noting(long nanos) {
        noteNanos = nanos;
        return this;
    }

    /** How many surfaces there are: one for each image, or one over weights. */
    int count() {
        return spec.plane() instanceof PlaneSpec.OfImages ? images.length : 1;
    }

    /**
     * Work on one of the surfaces; the caller closes it.
     *
     * @param number which, counted from 0
     * @param batch how many images are shown to a model at once
     * @param cancelled asked before each query of a model
     */
    public SurfaceWork work(int number, int batch, BooleanSupplier cancelled) {
        return switch (spec.plane()) {
            case PlaneSpec.OfImages plane ->
                new ImageSurfaceWork(engine, spec, plane, model, other, images[number], batch, cancelled);
            case PlaneSpec.OfWeights plane ->
                new WeightSurfaceWork(
                        engine,
                        spec,
                        plane,
                        network(model),
                        other == null ? null : network(other),
                        model.images(),
                        images,
                        batch,
                        cancelled);
        };
    }

    private static Network network(ExploredModel model) {
        Network network = model.network();
        if (network == null) {
            throw new IllegalArgumentException("a model without weights has no landscape over them");
        }
        return network;
    }

    /**
     * Begins, or goes on, in a folder.
     *
     * @param plan what is computed; of the one in the folder, if there is one, its size of batches counts
     * @param cancelled asked before each query of a model
     * @throws ProblemException if the folder holds something else
     */
    public LandscapeRun begin(LandscapeDirectory directory, LandscapePlan plan, BooleanSupplier cancelled)
            throws IOException {
        LandscapePlan begun = LandscapeFile.plan(directory).orElse(plan);
        LandscapeFile.begin(directory, begun);
        return new LandscapeRun(this, directory, begun, journal(directory), noteNanos, cancelled);
    }

    /**
     * Does what is left to do.
     *
     * @param plan what is computed; of the one in the folder, if there is one, its size of batches counts
     * @param cancelled asked before each query of a model
     * @throws ProblemException if the folder holds something else, or if there is no plane at the only image
     * @throws java.util.concurrent.CancellationException if the caller gave up; what is done stays in the folder
     */
    public LandscapeReport run(
            LandscapeDirectory directory, LandscapePlan plan, LandscapeProgress progress, BooleanSupplier cancelled)
            throws IOException {
        try (LandscapeRun run = begin(directory, plan, cancelled)) {
            while (run.advance()) {
                run.tell(progress);
            }
            return run.report();
        }
    }

    private LandscapeJournal journal(LandscapeDirectory directory) throws IOException {
        boolean ofImages = spec.plane() instanceof PlaneSpec.OfImages;
        return new LandscapeJournal(directory, ofImages ? shape().values() : 0, spec.grid() * spec.rows());
    }

    private ImagePlane.Shape shape() {
        ImageSupply supply = model.images();
        return new ImagePlane.Shape(supply.channels(), supply.height(), supply.width());
    }

    /** The image of a surface, by the surface's number. */
    int image(int number) {
        return images[number];
    }

    /** What is said of a landscape all of whose surfaces are in its journal. */
    LandscapeReport report(LandscapeDirectory directory, LandscapePlan plan, LandscapeJournal journal)
            throws IOException {
        try (SurfaceWork axes = work(0, 1, () -> false)) {
            return new LandscapeReport(
                    LandscapeReport.SCHEMA,
                    plan.study(),
                    spec,
                    plan.subject(),
                    plan.other(),
                    classNames,
                    shape(),
                    axes.first(),
                    axes.second(),
                    spec.plane() instanceof PlaneSpec.OfImages
                            ? journal.surfaces().size()
                            : images.length,
                    journal.surfaces(),
                    journal.leftOut(),
                    plan.batch(),
                    EnvironmentReport.of(engine),
                    journal.seconds(),
                    LandscapeFile.values(directory));
        }
    }
}
