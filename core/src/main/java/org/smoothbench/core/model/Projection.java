package org.smoothbench.core.model;

import org.jspecify.annotations.Nullable;

/** The shortcut of torchvision's residual blocks where the shape changes: 1x1 convolution and batch normalisation. */
final class Projection {

    private Projection() {}

    /** The shortcut around a block, or null if it is the identity. */
    static @Nullable Layer of(StateDict state, String block, int in, int out, int stride) {
        return stride == 1 && in == out
                ? null
                : new Convolution(
                                state,
                                block + ".downsample.0",
                                ConvolutionShape.of(in, out, 1).strided(stride))
                        .then(new BatchNormalization(state, block + ".downsample.1", out));
    }
}
