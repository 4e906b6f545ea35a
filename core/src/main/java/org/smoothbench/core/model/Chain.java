package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/** Layers one after the other. */
record Chain(List<Layer> layers) implements Layer {

    Chain {
        layers = List.copyOf(layers);
    }

    /** Two layers; those of chains are lined up, so that neighbours know each other. */
    static Chain of(Layer first, Layer next) {
        List<Layer> layers = new ArrayList<>(parts(first));
        layers.addAll(parts(next));
        return new Chain(layers);
    }

    private static List<Layer> parts(Layer layer) {
        return layer instanceof Chain chain ? chain.layers : List.of(layer);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        NDArray y = x;
        for (Layer layer : layers) {
            y = layer.forward(y, pass);
        }
        return y;
    }

    @Override
    public Layer folded(NDManager owner) {
        List<Layer> folded = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i + 1 == layers.size();
            if (layers.get(i) instanceof Convolution convolution
                    && !last
                    && layers.get(i + 1) instanceof BatchNormalization normalization) {
                folded.add(convolution.folded(owner, normalization));
                i++;
            } else {
                folded.add(layers.get(i).folded(owner));
            }
        }
        return new Chain(folded);
    }
}
