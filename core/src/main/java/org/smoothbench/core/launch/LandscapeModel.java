package org.smoothbench.core.launch;

import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.landscape.LandscapeSubject;
import org.smoothbench.core.landscape.compute.ExploredModel;
import org.smoothbench.core.schema.RecordWriter;

/**
 * A run's network that is open for landscapes.
 *
 * @param explored what they are computed of
 * @param subject the same in words
 */
public record LandscapeModel(ExploredModel explored, LandscapeSubject subject) {

    /**
     * A network of a run.
     *
     * @param fingerprint of the test images
     */
    public static LandscapeModel of(
            ExploredModel explored, Experiment experiment, TrainedModel.Weights weights, String fingerprint) {
        return new LandscapeModel(
                explored,
                new LandscapeSubject(
                        weights.run(),
                        experiment.model().label(),
                        experiment.model().activation().label(),
                        weights.checkpoint(),
                        weights.averaged(),
                        weights.epoch(),
                        weights.sha256(),
                        new RecordWriter().write((Record) experiment.data()).toString(),
                        fingerprint));
    }
}
