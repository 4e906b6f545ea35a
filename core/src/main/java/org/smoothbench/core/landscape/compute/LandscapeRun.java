package org.smoothbench.core.landscape.compute;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeJournal;
import org.smoothbench.core.landscape.LandscapePlan;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.SurfacePreview;
import org.smoothbench.core.problem.Problem;

/**
 * A landscape that is being computed into its folder, bit by bit, surface after surface. Belongs to the engine's thread;
 * closing it keeps what is done, and another run in the same folder goes on there.
 */
public final class LandscapeRun implements AutoCloseable {

    private final LandscapeComputation computation;
    private final LandscapeDirectory directory;
    private final LandscapePlan plan;
    private final LandscapeJournal journal;
    private final long noteNanos;
    private final BooleanSupplier cancelled;
    private @Nullable SurfaceWork work;
    private @Nullable LandscapeReport report;
    private int number;
    private long took;
    private long noted;

    LandscapeRun(
            LandscapeComputation computation,
            LandscapeDirectory directory,
            LandscapePlan plan,
            LandscapeJournal journal,
            long noteNanos,
            BooleanSupplier cancelled) {
        this.computation = computation;
        this.directory = directory;
        this.plan = plan;
        this.journal = journal;
        this.noteNanos = noteNanos;
        this.cancelled = cancelled;
        this.number = journal.surfaces().size() + journal.leftOut().size();
        this.noted = System.nanoTime();
    }

    /**
     * Does the next bit.
     *
     * @return whether there is more to do
     * @throws org.smoothbench.core.problem.ProblemException if there is no plane at the only image
     * @throws java.util.concurrent.CancellationException if the caller gave up
     */
    public boolean advance() throws IOException {
        if (number >= computation.count()) {
            report = computation.report(directory, plan, journal);
            LandscapeFile.finish(directory, report);
            return false;
        }
        long began = System.nanoTime();
        SurfaceWork surface = open();
        boolean more = surface.advance();
        long now = System.nanoTime();
        took += now - began;
        if (!more) {
            end(surface);
        } else if (surface.done() > journal.begun() && now - noted >= noteNanos) {
            journal.note(plane(surface), surface.layers(), surface.done(), seconds());
            noted = now;
        }
        return true;
    }

    private SurfaceWork open() throws IOException {
        SurfaceWork open = work;
        if (open == null) {
            open = computation.work(number, plan.batch(), cancelled);
            work = open;
            if (journal.begun() > 0) {
                journal.restore(open.layers());
                open.resume(journal.begun());
            }
        }
        return open;
    }

    private double seconds() {
        double seconds = took / 1e9;
        took = 0;
        return seconds;
    }

    private void end(SurfaceWork surface) throws IOException {
        Optional<String> reason = surface.leftOut();
        if (reason.isPresent()) {
            leaveOut(reason.get());
        } else {
            journal.finish(surface.surface(), seconds());
        }
        surface.close();
        work = null;
        number++;
    }

    private void leaveOut(String reason) throws IOException {
        int image = computation.image(number);
        if (computation.count() == 1) {
            throw new Problem.Data(
                            "image " + image + " has no such plane: " + reason,
                            "",
                            "take another image, or random directions")
                    .asException();
        }
        journal.leaveOut(new LandscapeReport.LeftOut(image, reason), seconds());
    }

    private static @Nullable ImagePlane plane(SurfaceWork work) {
        return work instanceof ImageSurfaceWork images ? images.plane().orElse(null) : null;
    }

    /** Tells how far it is, if a surface is at work. */
    public void tell(LandscapeProgress progress) {
        if (work != null) {
            progress.advanced(number, computation.count(), work);
        }
    }

    /** What can be shown of the surface at work; empty between surfaces. */
    public Optional<SurfacePreview> preview() {
        return Optional.ofNullable(work).map(SurfaceWork::preview);
    }

    /** Which surface is at work, counted from 0. */
    public int surface() {
        return number;
    }

    /** How many surfaces there are. */
    public int surfaces() {
        return computation.count();
    }

    /**
     * What came of it.
     *
     * @throws IllegalStateException if there is more to do
     */
    public LandscapeReport report() {
        if (report == null) {
            throw new IllegalStateException("the landscape is not finished");
        }
        return report;
    }

    @Override
    public void close() throws IOException {
        try (journal) {
            if (work != null) {
                work.close();
            }
        }
    }
}
