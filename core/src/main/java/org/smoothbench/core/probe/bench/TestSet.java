package org.smoothbench.core.probe.bench;

import java.util.List;
import org.smoothbench.core.launch.TrainedModel;

/**
 * The test images of a model, without their pixels.
 *
 * @param model which weights
 * @param network the network in words, such as {@code ResNet-18, width 16, SILU}
 * @param channels 1 or 3
 * @param height in pixels
 * @param width in pixels
 * @param classNames the name of each class
 * @param labels the class of each image
 */
public record TestSet(
        TrainedModel.Weights model,
        String network,
        int channels,
        int height,
        int width,
        List<String> classNames,
        List<Integer> labels) {

    public TestSet {
        classNames = List.copyOf(classNames);
        labels = List.copyOf(labels);
    }

    /** Whether another model's test images can stand beside these, image by image. */
    public boolean sameImages(TestSet other) {
        return channels == other.channels
                && height == other.height
                && width == other.width
                && classNames.equals(other.classNames)
                && labels.equals(other.labels);
    }
}
