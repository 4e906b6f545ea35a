package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.launch.EvaluationSource;
import org.smoothbench.core.launch.StudiedModel;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.WholeFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the studies of a run's network have in common: which one, which images, and where the result goes. */
final class StudyOptions {

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private ThreatOptions threat = new ThreatOptions();

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "256",
            description = "How many test images, spread evenly over the set; default: 256.")
    private int examples = 256;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Images at a time; changes no result beyond rounding; default: 64.")
    private int batch = 64;

    @Mixin
    private ComputingOptions computing = new ComputingOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result into this file, too.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print a JSON object instead of text.")
    private boolean json;

    int examples() {
        return Positive.number("--examples", examples);
    }

    int batch() {
        return Positive.number("--batch", batch);
    }

    long seed() {
        return computing.seed();
    }

    boolean json() {
        return json;
    }

    /** The run's weights; a file of another program has no activations to be looked at. */
    EvaluationSource.OfRun source() throws IOException {
        return switch (target.source()) {
            case EvaluationSource.OfRun run -> run;
            case EvaluationSource.OfFile file ->
                throw new Problem.Usage(
                                "only networks of runs can be studied",
                                file.file().toString(),
                                "give RUN, or take weights in with: smoothbench import")
                        .asException();
        };
    }

    /** The budget: as typed, else that of the run's evaluation. */
    ThreatModel threat(EvaluationSource.OfRun source) {
        return threat.threat(TrainedModel.experiment(source.run()));
    }

    /** The device of the run. */
    RuntimeSpec runtime(EvaluationSource.OfRun source) {
        return computing.runtime(TrainedModel.experiment(source.run()));
    }

    /** Writes the result where it is wanted besides the run's folder. */
    void write(Record study) {
        if (out == null) {
            return;
        }
        try {
            WholeFile.replace(out.toAbsolutePath(), StudiedModel.json(study) + "\n");
        } catch (IOException e) {
            throw new Problem.Usage("cannot be written: " + e.getMessage(), out.toString(), "choose another file")
                    .asException(new UncheckedIOException(e));
        }
    }

    /** Which network it was, for people. */
    static void describe(StudiedModel subject, PrintWriter to) {
        TrainedModel.Weights weights = subject.weights();
        to.println(weights.run() + ": " + subject.model() + ", " + subject.activation() + ", " + weights.checkpoint()
                + (weights.averaged() ? " averaged" : "") + " weights after epoch " + weights.epoch());
    }
}
