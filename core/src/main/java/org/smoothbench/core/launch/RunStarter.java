package org.smoothbench.core.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.training.ExperimentCheck;

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
     * Checks the experiment and its data, makes the run directory and starts its worker.
     *
     * @return the run, queued or already running
     * @throws org.smoothbench.core.problem.ProblemException if the data are wrong or the folder cannot be written; then
     *     there is no run. If no worker can be started, the run stays, queued
     */
    public RunDirectory start(Experiment experiment) {
        return startInOrder(List.of(experiment)).getFirst();
    }

    /**
     * Checks several experiments and their data, makes their run directories and starts one worker that does them one after
     * another.
     *
     * @return the runs, in the order of the experiments
     * @throws org.smoothbench.core.problem.ProblemException if the data are wrong or the folder cannot be written; then
     *     there is no run. If no worker can be started, the run stays, queued
     */
    public List<RunDirectory> startInOrder(List<Experiment> experiments) {
        // Many runs of a study share their images; those are read once.
        experiments.stream()
                .collect(Collectors.groupingBy(
                        experiment -> new Source(experiment.data(), experiment.split()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach(RunStarter::check);
        List<RunDirectory> runs = experiments.stream().map(library::create).toList();
        launcher.start(runs);
        return runs;
    }

    private static void check(Source source, List<Experiment> experiments) {
        try (Dataset data = Datasets.open(source.data(), source.split())) {
            experiments.forEach(experiment -> ExperimentCheck.require(experiment, data));
        }
    }
}
