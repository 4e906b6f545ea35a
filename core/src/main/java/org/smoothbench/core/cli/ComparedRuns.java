package org.smoothbench.core.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One or several runs whose networks a command looks at side by side. What is not given is as in the first one. */
final class ComparedRuns {

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Runs to compare: a name, any unique part of it, or a folder each.")
    private List<String> names = List.of();

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Mixin
    private ThreatOptions threat = new ThreatOptions();

    @Mixin
    private ComputingOptions computing = new ComputingOptions();

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Mixin
    private RunsOption runs = new RunsOption();

    /** All of them, in the order given. */
    List<RunDirectory> all() throws IOException {
        List<RunDirectory> all = new ArrayList<>();
        for (String name : names) {
            all.add(find(name));
        }
        return all;
    }

    /** Another run of the same folder. */
    RunDirectory find(String name) throws IOException {
        return runs.library().find(name);
    }

    CheckpointOption checkpoint() {
        return checkpoint;
    }

    ThreatModel threat() throws IOException {
        return threat.threat(first());
    }

    long seed() {
        return computing.seed();
    }

    RuntimeSpec runtime() throws IOException {
        return computing.runtime(first());
    }

    boolean json() {
        return json;
    }

    private Experiment first() throws IOException {
        return TrainedModel.experiment(find(names.getFirst()));
    }
}
