package org.smoothbench.core.landscape.compute;

import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.FoldedNetwork;
import org.smoothbench.core.model.Network;

/**
 * A model whose landscape is looked at, with the test images. Belongs to the engine's thread; whoever made it closes what is
 * in it.
 *
 * @param classifier what is asked for logits and gradients
 * @param network the same as a network whose activations can be seen; none of a model that is a formula
 * @param images the test images
 */
public record ExploredModel(Classifier classifier, @Nullable Network network, ImageSupply images) {

    /** A network, asked where batch normalisation is folded into convolutions. */
    public static ExploredModel of(Network network, FoldedNetwork folded, ImageSupply images) {
        return new ExploredModel(folded, network, images);
    }
}
