package org.smoothbench.core.activation;

import java.util.List;

/** The activations the tests go through: every kind, with the usual parameters and with others. */
final class Family {

    private Family() {}

    static List<Activation> members() {
        return List.of(
                new Relu(),
                new LeakyRelu(0.01),
                new LeakyRelu(0.3),
                new Softplus(),
                new ParametricSoftplus(10),
                new ParametricSoftplus(1.5),
                new Silu(),
                new Swish(1),
                new Swish(2.5),
                new Gelu(),
                new Elu(1),
                new Elu(1.4),
                new Celu(1),
                new Celu(1.4),
                new SmoothRelu(400, true),
                new SmoothRelu(3, false),
                new Mish(),
                new Pssilu(1, 1e-8, true),
                new Pssilu(1.7, 0.1, false));
    }
}
