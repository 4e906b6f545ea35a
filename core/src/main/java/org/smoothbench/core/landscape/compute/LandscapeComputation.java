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
    private int count() {
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
        LandscapePlan begun = LandscapeFile.plan(directory).orElse(plan);
        LandscapeFile.begin(directory, begun);
        try (LandscapeJournal journal = journal(directory)) {
            int done = journal.surfaces().size() + journal.leftOut().size();
            for (int number = done; number < count(); number++) {
                try (SurfaceWork work = work(number, begun.batch(), cancelled)) {
                    compute(number, work, journal, progress);
                }
            }
            LandscapeReport report = report(directory, begun, journal);
            LandscapeFile.finish(directory, report);
            return report;
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

    private void compute(int number, SurfaceWork work, LandscapeJournal journal, LandscapeProgress progress)
            throws IOException {
        long since = System.nanoTime();
        if (journal.begun() > 0) {
            journal.restore(work.layers());
            work.resume(journal.begun());
        }
        boolean more = true;
        while (more) {
            more = work.advance();
            progress.advanced(number, count(), work);
            long now = System.nanoTime();
            if (more && work.done() > 0 && now - since >= noteNanos) {
                journal.note(plane(work), work.layers(), work.done(), (now - since) / 1e9);
                since = now;
            }
        }
        double took = (System.nanoTime() - since) / 1e9;
        if (work.leftOut().isPresent()) {
            leaveOut(number, work.leftOut().get(), journal, took);
        } else {
            journal.finish(work.surface(), took);
        }
    }

    private void leaveOut(int number, String reason, LandscapeJournal journal, double took) throws IOException {
        if (count() == 1) {
            throw new Problem.Data(
                            "image " + images[number] + " has no such plane: " + reason,
                            "",
                            "take another image, or random directions")
                    .asException();
        }
        journal.leaveOut(new LandscapeReport.LeftOut(images[number], reason), took);
    }

    private static @Nullable ImagePlane plane(SurfaceWork work) {
        return work instanceof ImageSurfaceWork images ? images.plane().orElse(null) : null;
    }

    private LandscapeReport report(LandscapeDirectory directory, LandscapePlan plan, LandscapeJournal journal)
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
