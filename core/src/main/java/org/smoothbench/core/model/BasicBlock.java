package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;

/** Two 3x3 convolutions with a shortcut around them, activation after the sum (He et al. 2016, figure 2). */
final class BasicBlock implements Layer {

    private final Layer first;
    private final Layer second;
    private final @Nullable Layer projection;
    private final Layer firstActivation;
    private final Layer lastActivation;

    BasicBlock(
            StateDict state,
            String name,
            ConvolutionShape shape,
            BatchNormalization.Settings last,
            Activation activation) {
        int out = shape.out();
        this.firstActivation = new ActivationLayer(state, name + ".act1", activation);
        this.lastActivation = new ActivationLayer(state, name + ".act2", activation);
        this.first =
                new Convolution(state, name + ".conv1", shape).then(new BatchNormalization(state, name + ".bn1", out));
        this.second = new Convolution(state, name + ".conv2", ConvolutionShape.of(out, out, 3))
                .then(new BatchNormalization(state, name + ".bn2", out, last));
        this.projection = Projection.of(state, name, shape.in(), out, shape.stride());
    }

    private BasicBlock(BasicBlock block, NDManager owner) {
        this.first = block.first.folded(owner);
        this.second = block.second.folded(owner);
        this.projection = block.projection == null ? null : block.projection.folded(owner);
        this.firstActivation = block.firstActivation.folded(owner);
        this.lastActivation = block.lastActivation.folded(owner);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        NDArray inner = firstActivation.forward(first.forward(x, pass), pass);
        NDArray shortcut = projection == null ? x : projection.forward(x, pass);
        return lastActivation.forward(second.forward(inner, pass).add(shortcut), pass);
    }

    @Override
    public Layer folded(NDManager owner) {
        return new BasicBlock(this, owner);
    }
}
