package org.smoothbench.core.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.run.RunDirectory;

/** Where a model that is evaluated comes from, and the images it is evaluated on. */
public sealed interface EvaluationSource {

    /**
     * A run of ours.
     *
     * @param run the run
     * @param checkpoint {@code last} or {@code best}
     * @param averaged whether the averaged weights are meant instead of the trained ones
     * @param data other images than the run's own; empty for its test images
     */
    record OfRun(RunDirectory run, String checkpoint, boolean averaged, Optional<DataSpec> data)
            implements EvaluationSource {}

    /**
     * A TorchScript file.
     *
     * @param file the file
     * @param normalization what is done to images in [0, 1] before the model sees them
     * @param data the images
     */
    record OfFile(Path file, InputNormalization normalization, DataSpec data) implements EvaluationSource {}
}
