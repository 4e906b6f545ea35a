package org.smoothbench.core.probe;

import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.model.FoldedNetwork;
import org.smoothbench.core.model.Network;

/**
 * A run's network that is ready to be asked. Belongs to the session that opened it, which closes it.
 *
 * @param experiment what was run
 * @param weights which of its weights
 * @param network the network as it was trained, which has the last word
 * @param folded the same with batch normalisation folded, for attacks
 * @param images the run's test images, shared with other models of the data set
 */
public record OpenModel(
        Experiment experiment, TrainedModel.Weights weights, Network network, FoldedNetwork folded, OpenImages images) {

    void close() {
        folded.close();
        network.close();
    }
}
