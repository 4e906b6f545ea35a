package org.smoothbench.core.launch;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.Problem;

/** Measures what an experiment costs in a process of its own, which can be ended at any time. Safe for any thread. */
public final class CostProcess implements CostMeter {

    private final CommandProcess process = new CommandProcess();

    @Override
    public Optional<Cost> measure(Experiment experiment) {
        try {
            Path file = Files.createTempFile("smoothbench-estimate", ".json");
            try {
                Files.writeString(file, new ExperimentFile().write(experiment));
                List<String> arguments = List.of("estimate", file.toString(), "--json");
                return process.run(arguments, _ -> {}).map(CostProcess::read);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Problem.RunFailure(
                            "the measuring process could not be started: " + e.getMessage(),
                            "",
                            "see that memory and disk are left")
                    .asException(e);
        }
    }

    private static Cost read(CommandProcess.Ended ended) {
        if (ended.code() != 0) {
            throw new Problem.RunFailure("the cost could not be measured: " + ended.fault(), "", "").asException();
        }
        try {
            return new Gson().fromJson(ended.out(), Cost.class);
        } catch (JsonParseException e) {
            throw new Problem.Internal("the measuring process printed no cost", "", "").asException(e);
        }
    }

    @Override
    public void cancel() {
        process.cancel();
    }
}
