package org.smoothbench.core.probe.landscape;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.SurfacePreview;
import org.smoothbench.core.landscape.compute.ExploredModel;
import org.smoothbench.core.launch.LandscapeModel;
import org.smoothbench.core.launch.LandscapeWork;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.OpenModel;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;
import org.smoothbench.core.problem.Problem;

/**
 * Computes a landscape into the run's folder, a batch of vertices at a time, or finds that it is there. Given up, it keeps
 * what is done, and another task goes on there.
 */
public final class LandscapeTask implements ProbeTask<LandscapeTask.Result> {

    private final LandscapeDesk desk;
    private final LandscapeSpec spec;
    private final ModelChoice choice;
    private final Optional<ModelChoice> otherChoice;
    private final Consumer<Progress> progress;
    private @Nullable OpenModel model;
    private @Nullable OpenModel other;

    LandscapeTask(
            LandscapeDesk desk,
            LandscapeSpec spec,
            ModelChoice choice,
            Optional<ModelChoice> other,
            Consumer<Progress> progress) {
        this.desk = desk;
        this.spec = spec;
        this.choice = choice;
        this.otherChoice = other;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param directory where it lies
     * @param landscape the same in memory
     */
    public record Result(LandscapeDirectory directory, Landscape landscape) {}

    /**
     * How far it is.
     *
     * @param surface which surface is at work, counted from 0
     * @param surfaces how many there are, one for each image
     * @param preview what can be shown of it
     */
    public record Progress(int surface, int surfaces, SurfacePreview preview) {}

    @Override
    public Optional<Result> advance(ProbeSession session) {
        boolean whole = false;
        try {
            OpenModel first = session.model(choice);
            OpenModel second = otherChoice.map(session::model).orElse(null);
            if (!first.equals(model) || (second != null && !second.equals(other))) {
                // Models that were let go, or trained on, since the last bit.
                desk.putAway();
                model = first;
                other = second;
            }
            LandscapeWork work = desk.workOf(this, () -> open(session, first, second));
            if (work.advance()) {
                work.preview()
                        .ifPresent(preview -> progress.accept(new Progress(work.surface(), work.surfaces(), preview)));
                whole = true;
                return Optional.empty();
            }
            LandscapeDirectory directory = work.finished().directory();
            return Optional.of(new Result(directory, LandscapeFile.read(directory)));
        } finally {
            if (!whole) {
                desk.putAway();
            }
        }
    }

    private LandscapeWork open(ProbeSession session, OpenModel first, @Nullable OpenModel second) {
        LandscapeModel subject = landscapeModel(first);
        LandscapeModel end = second == null ? null : landscapeModel(second);
        if (end != null
                && !end.subject().dataFingerprint().equals(subject.subject().dataFingerprint())) {
            throw new Problem.Usage(
                            "the runs have other test images",
                            choice.run().id() + " and " + end.subject().run(),
                            "compare runs on one set of test images")
                    .asException();
        }
        LandscapeDirectory directory =
                new LandscapeDirectory(choice.run().landscapes().resolve(LandscapeWork.name(spec, subject, end)));
        return new LandscapeWork(
                session.engine(),
                spec,
                0,
                subject,
                end,
                first.images().classNames(),
                directory,
                () -> session.cancelled().getAsBoolean());
    }

    private static LandscapeModel landscapeModel(OpenModel open) {
        return LandscapeModel.of(
                ExploredModel.of(open.network(), open.folded(), open.images().supply()),
                open.experiment(),
                open.weights(),
                open.images().fingerprint());
    }
}
