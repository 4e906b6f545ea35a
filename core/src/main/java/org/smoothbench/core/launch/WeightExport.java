package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.WeightFile;

/**
 * Which weights go into a file.
 *
 * @param checkpoint {@code last} or {@code best}
 * @param averaged whether the averaged weights are meant instead of the trained ones
 * @param format of the file
 */
public record WeightExport(String checkpoint, boolean averaged, ArrayFile.Format format) {

    /**
     * Writes weights of a run into a new file.
     *
     * @throws ProblemException if the run has no such weights, they are damaged, or the file exists or cannot be written
     */
    public void write(RunDirectory run, Path file) {
        if (Files.exists(file)) {
            throw new Problem.Usage("exists already", file.toString(), "choose another with --out, or remove it")
                    .asException();
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Problem.Usage("no such folder", folder.toString(), "make it first").asException();
        }
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0))) {
            Checkpoints checkpoints = new Checkpoints(run);
            CheckpointInfo info = checkpoints.info(checkpoint).orElseThrow(() -> missing(run));
            WeightFile.write(engine, checkpoints, info, averaged, file, format);
        } catch (IOException e) {
            throw new Problem.Usage(
                            "the weights cannot be written: " + e.getMessage(),
                            file.toString(),
                            "choose another file with --out, and see that disk is left")
                    .asException(e);
        }
    }

    private ProblemException missing(RunDirectory run) {
        return new Problem.Usage(
                        "there is no " + checkpoint + " checkpoint yet",
                        run.path().toString(),
                        "let it train to its first one")
                .asException();
    }
}
