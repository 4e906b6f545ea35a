package org.smoothbench.core.launch;

import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.training.ExperimentCheck;

/**
 * What an experiment needs before it can begin: its data, read and checked, and a device that is there. Belongs to the
 * thread that made it.
 */
public record Preparation(Dataset data, TorchEngine engine) implements AutoCloseable {

    /**
     * Reads the data, checks that the experiment fits them, then takes the device.
     *
     * @throws org.smoothbench.core.problem.ProblemException if either cannot be had
     */
    public static Preparation of(Experiment experiment) {
        Dataset data = Datasets.open(experiment.data(), experiment.split());
        try {
            ExperimentCheck.require(experiment, data);
            return new Preparation(data, TorchEngine.open(experiment.runtime()));
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    @Override
    public void close() {
        engine.close();
        data.close();
    }
}
