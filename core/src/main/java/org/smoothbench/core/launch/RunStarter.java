package org.smoothbench.core.launch;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.training.ExperimentCheck;

/** Turns experiments into runs that wait in the queue for their turn. Reads the data first, so not for the FX thread. */
public final class RunStarter {

    private final RunLibrary library;
    private final RunQueue queue;

    /** Makes runs in a library, which its queue then starts. */
    public RunStarter(RunLibrary library, RunQueue queue) {
        this.library = library;
        this.queue = queue;
    }

    private record Source(DataSpec data, SplitSpec split) {}

    /**
     * Checks experiments and their data, makes their run directories and queues them in this order.
     *
     * @param study the study they belong to, if they are one
     * @return the runs, in the order of the experiments, queued or already running
     * @throws org.smoothbench.core.problem.ProblemException if the data are wrong or the folder cannot be written; then
     *     there is no run. If no worker can be started, the runs stay, queued
     */
    public List<RunDirectory> start(List<Experiment> experiments, Optional<String> study) {
        // Many runs of a study share their images; those are read once.
        experiments.stream()
                .collect(Collectors.groupingBy(
                        experiment -> new Source(experiment.data(), experiment.split()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach(RunStarter::check);
        List<RunDirectory> runs = experiments.stream().map(library::create).toList();
        study.ifPresent(name -> runs.forEach(run -> join(run, name)));
        queue.enqueue(runs);
        return runs;
    }

    private static void join(RunDirectory run, String study) {
        try {
            new RunMetaFile(run).change(meta -> meta.withStudy(study));
        } catch (IOException e) {
            throw new Problem.Usage(
                            "the run directory cannot be written: " + e.getMessage(),
                            run.path().toString(),
                            "see that disk is left")
                    .asException(e);
        }
    }

    private static void check(Source source, List<Experiment> experiments) {
        try (Dataset data = Datasets.open(source.data(), source.split())) {
            experiments.forEach(experiment -> ExperimentCheck.require(experiment, data));
        }
    }
}
