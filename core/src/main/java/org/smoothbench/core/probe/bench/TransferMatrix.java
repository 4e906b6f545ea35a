package org.smoothbench.core.probe.bench;

import java.util.List;
import org.smoothbench.core.launch.TrainedModel;

/**
 * Whose adversarial examples fool whom, on images that all of the models get right.
 *
 * @param models which weights, in the order of rows and columns
 * @param how attack, budget and seed
 * @param images which test images, by their indices
 * @param looked how many test images were looked at to find so many
 * @param fooled for each model that examples were made on, how many of them fool each model; the diagonal is the attack on
 *     the model itself
 */
public record TransferMatrix(
        List<TrainedModel.Weights> models,
        BenchSettings how,
        List<Integer> images,
        int looked,
        List<List<Integer>> fooled) {

    public TransferMatrix {
        models = List.copyOf(models);
        images = List.copyOf(images);
        fooled = fooled.stream().map(List::copyOf).toList();
    }

    /** The share of images on which examples made on one model fool another, 0 to 1; NaN without images. */
    public double share(int madeOn, int asked) {
        return (double) fooled.get(madeOn).get(asked) / images.size();
    }
}
