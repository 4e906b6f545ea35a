package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.smoothbench.core.activation.Activation;

/** Scales each channel by a gate in (0, 1) that follows from the means of all of them (Hu et al. 2018). */
final class SqueezeExcitation implements Layer {

    private final Pointwise squeeze;
    private final Layer activation;
    private final Pointwise excite;

    SqueezeExcitation(StateDict state, String name, int channels, int squeezed, Activation activation) {
        this.squeeze = new Pointwise(state, name + ".fc1", channels, squeezed);
        this.activation = new ActivationLayer(state, name + ".act", activation);
        this.excite = new Pointwise(state, name + ".fc2", squeezed, channels);
    }

    private SqueezeExcitation(SqueezeExcitation layer, NDManager owner) {
        this.squeeze = new Pointwise(layer.squeeze, owner);
        this.activation = layer.activation.folded(owner);
        this.excite = new Pointwise(layer.excite, owner);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        NDArray inner = activation.forward(squeeze.forward(Pool.globalAvgPool2d(x)), pass);
        NDArray gate = excite.forward(inner).getNDArrayInternal().sigmoid();
        return x.mul(gate.reshape(gate.getShape().get(0), gate.getShape().get(1), 1, 1));
    }

    @Override
    public Layer folded(NDManager owner) {
        return new SqueezeExcitation(this, owner);
    }

    /**
     * A 1x1 convolution in name and shape, computed as the fully connected layer it is here: it may have fewer channels
     * than channels-last convolutions bear on the CPU.
     */
    private static final class Pointwise {

        private final NDArray weight;
        private final NDArray bias;

        Pointwise(StateDict state, String name, int in, int out) {
            double deviation = ConvolutionShape.of(in, out, 1).heDeviation();
            this.weight = state.normal(name + ".weight", ParameterKind.WEIGHT, new Shape(out, in, 1, 1), deviation);
            this.bias = state.constant(name + ".bias", ParameterKind.BIAS, new Shape(out), 0);
        }

        private Pointwise(Pointwise layer, NDManager owner) {
            this.weight = FrozenCopy.of(layer.weight, owner);
            this.bias = FrozenCopy.of(layer.bias, owner);
        }

        NDArray forward(NDArray x) {
            NDArray matrix =
                    weight.reshape(weight.getShape().get(0), weight.getShape().get(1));
            // A view of a parameter belongs to the parameter's manager and would outlive the step.
            matrix.attach(x.getManager());
            return ai.djl.nn.core.Linear.linear(x, matrix, bias).singletonOrThrow();
        }
    }
}
