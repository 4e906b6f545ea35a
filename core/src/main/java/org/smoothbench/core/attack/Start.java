package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.smoothbench.core.engine.Scalars;

/** Where the search for an adversarial example begins. Drawn from the device's seeded random numbers. */
public sealed interface Start {

    /** At the image itself. */
    record AtImage() implements Start {}

    /**
     * At a point drawn uniformly from the budget, then projected.
     *
     * @param cleanProbability how often, by a coin for each image, it is the image itself instead
     */
    record Uniform(double cleanProbability) implements Start {}

    /**
     * Beside the image, so that a distance to it has a gradient.
     *
     * @param deviation of normal noise on each pixel, on the [0, 1] scale; 0.001 in TRADES' code
     */
    record Gaussian(double deviation) implements Start {}

    /** The first iterate for images, in their memory order. */
    default NDArray from(NDArray images, LinfBall ball, double epsilon) {
        return switch (this) {
            case AtImage _ -> ball.project(images);
            case Uniform(double clean) -> ball.project(images.add(coin(clean, uniform(images, epsilon))));
            case Gaussian(double deviation) -> ball.project(images.add(normal(images, deviation)));
        };
    }

    private static NDArray uniform(NDArray images, double epsilon) {
        return images.getManager()
                .randomUniform((float) -epsilon, (float) epsilon, channelsLast(images))
                .transpose(0, 3, 1, 2);
    }

    private static NDArray normal(NDArray images, double deviation) {
        return images.getManager()
                .randomNormal(0, (float) deviation, channelsLast(images), DataType.FLOAT32)
                .transpose(0, 3, 1, 2);
    }

    private static NDArray coin(double clean, NDArray noise) {
        if (clean == 0) {
            return noise;
        }
        NDManager manager = noise.getManager();
        NDArray tossed = manager.randomUniform(0, 1, new Shape(noise.getShape().get(0), 1, 1, 1));
        NDArray moved = tossed.sub(Scalars.of(manager, clean)).gte(0).toType(DataType.FLOAT32, false);
        return noise.mul(moved);
    }

    /** The shape in which drawn numbers lie as channels-last images do. */
    private static Shape channelsLast(NDArray images) {
        Shape s = images.getShape();
        return new Shape(s.get(0), s.get(2), s.get(3), s.get(1));
    }
}
