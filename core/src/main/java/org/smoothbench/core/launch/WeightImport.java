package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.WeightMismatch;
import org.smoothbench.core.model.WeightMismatchException;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunJournal;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.WeightFile;

/** Makes finished runs of weights that come from elsewhere, so that all that works on runs works on them. */
public final class WeightImport {

    private final RunLibrary library;

    /** Puts runs into a library. */
    public WeightImport(RunLibrary library) {
        this.library = library;
    }

    /**
     * Makes a run whose last and best checkpoint has the weights of a file.
     *
     * @param experiment the network, and the data that say how many classes it has
     * @throws ProblemException if anything is wrong with data or file; then there is no run. If the arrays do not fit the
     *     network, the cause is a {@link WeightMismatchException} that names them all
     */
    public RunDirectory run(Experiment experiment, Path file) {
        try (Preparation preparation = Preparation.of(experiment);
                WeightFile.Loaded weights =
                        WeightFile.read(preparation.engine(), experiment, preparation.data(), file)) {
            RunDirectory run = library.create(experiment);
            finish(run, weights, "imported from " + file.toAbsolutePath().normalize());
            return run;
        } catch (WeightMismatchException e) {
            throw misfit(experiment, file, e);
        }
    }

    private static void finish(RunDirectory run, WeightFile.Loaded weights, String message) {
        long now = System.currentTimeMillis();
        try (RunJournal journal = new RunJournal(run)) {
            weights.save(new Checkpoints(run));
            journal.event("imported", message);
            RunStatus.queued(now).ended(RunState.FINISHED, message, now).writeTo(run);
        } catch (IOException e) {
            throw new Problem.RunFailure(
                            "the run directory cannot be written: " + e.getMessage(),
                            run.path().toString(),
                            "remove it, see that disk is left, and import again")
                    .asException(e);
        }
    }

    private static ProblemException misfit(Experiment experiment, Path file, WeightMismatchException e) {
        List<WeightMismatch> mismatches = e.mismatches();
        boolean classes = mismatches.stream().allMatch(WeightImport::differsInFirstSize);
        String count = mismatches.size() == 1 ? "1 array does" : mismatches.size() + " arrays do";
        return new Problem.Data(
                        count + " not fit " + experiment.model().label(),
                        file.toString(),
                        classes
                                ? "the weights seem to be for another number of classes; give the data they were trained on"
                                : "give the specification of the network they come from")
                .asException(e);
    }

    /** Whether only the first of the sizes differs, as in a last layer with other classes. */
    private static boolean differsInFirstSize(WeightMismatch mismatch) {
        String found = rest(mismatch.found());
        return !found.isEmpty() && rest(mismatch.expected()).equals(found);
    }

    private static String rest(String shape) {
        return shape.startsWith("(") ? shape.replaceFirst("^\\(\\d+", "") : "";
    }
}
