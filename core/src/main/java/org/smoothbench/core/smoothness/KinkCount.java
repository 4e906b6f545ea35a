package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smoothbench.core.model.ActivationInputs;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/** How many inputs of each activation are above 0 for one image of a pair and not for the other. */
public final class KinkCount implements ActivationInputs {

    private final Map<String, double[]> shares = new LinkedHashMap<>();
    private final double[] crossed;
    private long inputs;

    private KinkCount(int pairs) {
        crossed = new double[pairs];
    }

    /**
     * Counts with one pass of both halves, so that nothing has to be kept from one to the other.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width)
     * @param others what each of them is compared with, of the same shape
     */
    public static KinkCount between(Network network, NDArray images, NDArray others) {
        KinkCount count = new KinkCount(Math.toIntExact(images.getShape().get(0)));
        try (NDManager scratch = images.getManager().newSubManager()) {
            NDArray both = LossField.handle(images, scratch).concat(others, 0);
            var _ = network.forward(both, Pass.INFERENCE.heardBy(count));
        }
        return count;
    }

    @Override
    public void reached(String place, NDArray input) {
        long pairs = crossed.length;
        long each = input.size() / (2 * pairs);
        try (NDManager scratch = input.getManager().newSubManager();
                NDArray above = input.gt(0)) {
            NDList halves = above.split(2);
            halves.attach(scratch);
            NDArray differ = halves.get(0).logicalXor(halves.get(1));
            differ.attach(scratch);
            ImageVectors flags = ImageVectors.of(differ.toType(DataType.FLOAT32, true));
            double[] share = new double[crossed.length];
            for (int i = 0; i < share.length; i++) {
                double here = flags.sum(i);
                share[i] = here / each;
                crossed[i] += here;
            }
            shares.put(place, share);
            inputs += each;
        }
    }

    /** For each activation in the order they were reached, the share of each pair. */
    Map<String, double[]> shares() {
        return shares;
    }

    /** The share of all inputs together. */
    double share(int pair) {
        return crossed[pair] / inputs;
    }

    /** How many inputs of a pair differ in sign. */
    public long crossed(int pair) {
        return Math.round(crossed[pair]);
    }

    /** How many inputs of activations an image has. */
    public long inputs() {
        return inputs;
    }
}
