package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;

/**
 * A 1x1, a 3x3 and a 1x1 convolution with a shortcut around them; as in torchvision the 3x3 one has the stride and the
 * groups.
 */
final class Bottleneck implements Layer {

    private final Layer reduction;
    private final Layer inner;
    private final Layer expansion;
    private final @Nullable Layer projection;
    private final Layer lastActivation;

    /** A block from {@code in} to {@code out} channels around a 3x3 convolution of the given shape. */
    Bottleneck(
            StateDict state,
            String name,
            int in,
            int out,
            ConvolutionShape shape,
            BatchNormalization.Settings last,
            Activation activation) {
        this.reduction = new Convolution(state, name + ".conv1", ConvolutionShape.of(in, shape.in(), 1))
                .then(new BatchNormalization(state, name + ".bn1", shape.in()))
                .then(new ActivationLayer(state, name + ".act1", activation));
        this.inner = new Convolution(state, name + ".conv2", shape)
                .then(new BatchNormalization(state, name + ".bn2", shape.out()))
                .then(new ActivationLayer(state, name + ".act2", activation));
        this.expansion = new Convolution(state, name + ".conv3", ConvolutionShape.of(shape.out(), out, 1))
                .then(new BatchNormalization(state, name + ".bn3", out, last));
        this.projection = Projection.of(state, name, in, out, shape.stride());
        this.lastActivation = new ActivationLayer(state, name + ".act3", activation);
    }

    private Bottleneck(Bottleneck block, NDManager owner) {
        this.reduction = block.reduction.folded(owner);
        this.inner = block.inner.folded(owner);
        this.expansion = block.expansion.folded(owner);
        this.projection = block.projection == null ? null : block.projection.folded(owner);
        this.lastActivation = block.lastActivation.folded(owner);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        NDArray shortcut = projection == null ? x : projection.forward(x, pass);
        NDArray main = expansion.forward(inner.forward(reduction.forward(x, pass), pass), pass);
        return lastActivation.forward(main.add(shortcut), pass);
    }

    @Override
    public Layer folded(NDManager owner) {
        return new Bottleneck(this, owner);
    }
}
