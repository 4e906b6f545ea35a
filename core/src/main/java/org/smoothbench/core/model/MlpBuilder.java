package org.smoothbench.core.model;

import org.smoothbench.core.experiment.MlpSpec;

/** Builds multilayer perceptrons; hidden layers have He initialisation by fan-in, the last one PyTorch's. */
final class MlpBuilder {

    private final StateDict state;
    private final MlpSpec spec;

    MlpBuilder(StateDict state, MlpSpec spec) {
        this.state = state;
        this.spec = spec;
    }

    Layer build(ImageShape images, int classes) {
        int in = images.size();
        int features = in;
        Layer layers = (x, _) -> x.reshape(-1, features);
        for (int i = 0; i < spec.hidden().size(); i++) {
            int out = spec.hidden().get(i);
            // A uniform distribution with the variance 2 / in.
            layers = layers.then(new Linear(state, "fc" + (i + 1), in, out, Math.sqrt(6.0 / in)))
                    .then(new ActivationLayer(state, "act" + (i + 1), spec.activation()));
            in = out;
        }
        return layers.then(new Linear(state, "fc" + (spec.hidden().size() + 1), in, classes));
    }
}
