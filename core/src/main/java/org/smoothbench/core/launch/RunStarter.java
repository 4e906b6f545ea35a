package org.smoothbench.core.launch;

import java.util.List;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;

/** Turns an experiment into a run that works in a process of its own. Reads the data first, so not for the FX thread. */
public final class RunStarter {

    private final RunLibrary library;
    private final LocalLauncher launcher;

    /** Makes runs in a library. */
    public RunStarter(RunLibrary library, LocalLauncher launcher) {
        this.library = library;
        this.launcher = launcher;
    }

    private record Source(DataSpec data, SplitSpec split) {}

    /**
     * Checks the experiment's data, makes the run directory and starts its worker.
     *
     * @return the run, queued or already running
     * @throws org.smoothbench.core.problem.ProblemException if the data are wrong or the folder cannot be written; then
     *     there is no run. If no worker can be started, the run stays, queued
     */
    public RunDirectory start(Experiment experiment) {
        return startInOrder(List.of(experiment)).getFirst();
    }

    /**
     * Checks the data of several experiments, makes their run directories and starts one worker that does them one after
     * another.
     *
     * @return the runs, in the order of the experiments
     * @throws org.smoothbench.core.problem.ProblemException if the data are wrong or the folder cannot be written; then
     *     there is no run. If no worker can be started, the run stays, queued
     */
    public List<RunDirectory> startInOrder(List<Experiment> experiments) {
        experiments.stream()
                .map(experiment -> new Source(experiment.data(), experiment.split()))
                .distinct()
                .forEach(source -> Datasets.open(source.data(), source.split()).close());
        List<RunDirectory> runs = experiments.stream().map(library::create).toList();
        launcher.start(runs);
        return runs;
    }
}
