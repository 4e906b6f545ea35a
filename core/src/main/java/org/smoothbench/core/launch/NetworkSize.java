package org.smoothbench.core.launch;

import java.util.Optional;
import org.smoothbench.core.data.DataOutline;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.Architecture;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.ParameterKind;
import org.smoothbench.core.problem.ProblemException;

/**
 * How large a network is, known without making it.
 *
 * @param parameters trained numbers
 * @param layers convolutions and fully connected layers
 */
public record NetworkSize(long parameters, int layers) {

    /** The size of an experiment's network; empty where only reading the images would tell, or where it does not fit them. */
    public static Optional<NetworkSize> of(Experiment experiment) {
        return DataOutline.of(experiment.data()).flatMap(outline -> {
            try {
                ImageShape shape = new ImageShape(outline.channels(), outline.height(), outline.width());
                return Optional.of(of(Architecture.of(experiment.model(), shape, outline.classes())));
            } catch (ProblemException _) {
                return Optional.empty();
            }
        });
    }

    static NetworkSize of(Architecture network) {
        int layers = (int) network.kinds().values().stream()
                .filter(kind -> kind == ParameterKind.WEIGHT)
                .count();
        return new NetworkSize(network.parameterCount(), layers);
    }
}
