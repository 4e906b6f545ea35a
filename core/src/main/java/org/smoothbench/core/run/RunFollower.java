package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * Follows what one run says of itself: its state and its accuracies, and what of its files is missing or damaged. One
 * thread at a time.
 */
public final class RunFollower {

    /**
     * Files of a run are replaced by renaming, which changes the folder's time of modification: a run that has ended needs no
     * other look, except once in a while for what somebody edited in place.
     */
    private static final long REST_NANOS = 10_000_000_000L;

    /** Times of modification may be too coarse to tell two changes in quick succession apart. */
    private static final long FRESH_MILLIS = 2000;

    private final RunDirectory run;
    private final RunReader reader;
    private final EvaluationTail evaluations;

    private Optional<FileStamp> experimentStamp = Optional.empty();
    private Optional<FileStamp> metaStamp = Optional.empty();
    private Optional<FileStamp> statusStamp = Optional.empty();
    private Optional<Experiment> experiment = Optional.empty();
    private Optional<Problem> experimentProblem = Optional.empty();
    private RunMeta meta = RunMeta.NONE;
    private Optional<Problem> metaProblem = Optional.empty();
    private Optional<RunStatus> status = Optional.empty();
    private Optional<RunSummary> latest = Optional.empty();
    private Optional<FileStamp> folderStamp = Optional.empty();
    private boolean measured;
    private boolean restsSince;
    private long lookedNanos;

    /** Follows a run from its first measurement. */
    public RunFollower(RunDirectory run, RunReader reader) {
        this.run = run;
        this.reader = reader;
        evaluations = new EvaluationTail(run);
    }

    /**
     * What the files say now; only what changed since the last call is read. What is damaged is left out and told.
     *
     * @throws NoSuchFileException if the folder is gone
     */
    public RunSummary poll() throws IOException {
        return poll(true);
    }

    /**
     * What the files say now, as {@link #poll()} does.
     *
     * @param patient whether measurements that have never been read may be read now, which takes longest of all; if not, the
     *     summary has no accuracies yet
     * @throws NoSuchFileException if the folder is gone
     */
    public RunSummary poll(boolean patient) throws IOException {
        Optional<FileStamp> stamp = FileStamp.of(run.path());
        if (latest.isPresent()
                && restsSince
                && stamp.equals(folderStamp)
                && System.nanoTime() - lookedNanos < REST_NANOS) {
            return latest.get();
        }
        RunSummary now = read(patient);
        folderStamp = stamp;
        lookedNanos = System.nanoTime();
        restsSince = complete()
                && now.state().filter(RunState::ended).isPresent()
                && stamp.filter(s -> System.currentTimeMillis() - s.modified().toMillis() > FRESH_MILLIS)
                        .isPresent();
        // The same object as long as nothing changed, so that others need not compare.
        RunSummary told = latest.filter(now::equals).orElse(now);
        latest = Optional.of(told);
        return told;
    }

    /** Whether the measurements have been read, or are not wanted as the folder is damaged. */
    public boolean complete() {
        return measured;
    }

    private RunSummary read(boolean patient) throws NoSuchFileException {
        Optional<Problem> folder = RunDamage.ofFolder(run);
        if (folder.isPresent()) {
            measured = true;
            return damaged(folder.get());
        }
        pollExperiment();
        pollMeta();
        pollStatus();
        if (patient || measured) {
            evaluations.poll();
            measured = true;
        }
        boolean active = status.filter(s -> !s.state().ended()).isPresent();
        return new RunSummary(
                run,
                experiment,
                status,
                meta,
                evaluations.last(),
                evaluations.best(),
                active && new ControlRequests(run).stopRequested(),
                problems());
    }

    private RunSummary damaged(Problem folder) throws NoSuchFileException {
        if (!Files.exists(run.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(run.path().toString());
        }
        return new RunSummary(
                run,
                Optional.empty(),
                Optional.empty(),
                RunMeta.NONE,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(folder));
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (status.isEmpty()) {
            problems.add(RunDamage.ofStatus(run));
        }
        experimentProblem.ifPresent(problems::add);
        evaluations.problem().ifPresent(problems::add);
        if (status.filter(s -> s.state() == RunState.FINISHED).isPresent()) {
            RunDamage.ofCheckpoints(run).ifPresent(problems::add);
        }
        metaProblem.ifPresent(problems::add);
        return problems;
    }

    /** Frozen when the run was created; but a person may mend one that is damaged. */
    private void pollExperiment() {
        Optional<FileStamp> stamp = FileStamp.of(run.experiment());
        if (latest.isPresent() && stamp.equals(experimentStamp)) {
            return;
        }
        experimentStamp = stamp;
        try {
            experiment = Optional.of(new ExperimentFile().read(run.experiment()));
            experimentProblem = Optional.empty();
        } catch (ProblemException e) {
            experiment = Optional.empty();
            experimentProblem = Optional.of(e.problem());
        }
    }

    private void pollMeta() {
        Optional<FileStamp> stamp = FileStamp.of(run.meta());
        if (latest.isPresent() && stamp.equals(metaStamp)) {
            return;
        }
        metaStamp = stamp;
        try {
            meta = new RunMetaFile(run).read();
            metaProblem = Optional.empty();
        } catch (ProblemException e) {
            meta = RunMeta.NONE;
            metaProblem = Optional.of(e.problem());
        }
    }

    private void pollStatus() {
        Optional<FileStamp> stamp = FileStamp.of(run.status());
        boolean ended = status.filter(s -> s.state().ended()).isPresent();
        // What has ended stays so until somebody writes the file; what has not must be judged anew each time.
        if (!ended || !stamp.equals(statusStamp)) {
            status = reader.status(run);
            statusStamp = stamp;
        }
    }
}
