package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.ThreatModel;

/** Random points of a budget to begin at, drawn image by image; owned by the manager of the images. */
final class RandomStart {

    private final Batch batch;
    private final ThreatModel threat;
    private final Budget budget;
    private final long seed;
    private final int run;

    /**
     * Starts of one run.
     *
     * @param budget around the batch's images
     */
    RandomStart(Batch batch, ThreatModel threat, Budget budget, long seed, int run) {
        this.batch = batch;
        this.threat = threat;
        this.budget = budget;
        this.seed = seed;
        this.run = run;
    }

    /** Uniformly distributed in the ball, then moved into [0, 1]. */
    NDArray inside() {
        return switch (threat) {
            case ThreatModel.Linf linf -> along(noise(), scale(linf.radius()));
            case ThreatModel.L2 l2 -> along(budget.direction(noise()), radii(l2.radius()));
        };
    }

    /**
     * In a random direction as far as the ball reaches, then moved into [0, 1], as Auto-PGD begins: uniform numbers over
     * the largest of them, or normal ones over their Euclidean length.
     */
    NDArray onBoundary() {
        NDArray noise = noise();
        NDArray direction = switch (threat) {
            case ThreatModel.Linf _ -> noise.div(largest(noise));
            case ThreatModel.L2 _ -> budget.direction(noise);
        };
        return along(direction, scale(threat.radius()));
    }

    private NDArray noise() {
        ImageDraws.Law law = switch (threat) {
            case ThreatModel.Linf _ -> random -> random.nextDouble(-1, 1);
            case ThreatModel.L2 _ -> SplittableRandom::nextGaussian;
        };
        return new ImageDraws(seed, run).images(batch, law, owner());
    }

    private NDArray along(NDArray direction, NDArray length) {
        return budget.project(batch.images().add(direction.mul(length)));
    }

    private NDArray scale(double radius) {
        return owner().full(new Shape(1, 1, 1, 1), (float) radius);
    }

    /** Distances at which a ball of so many dimensions holds equally much. */
    private NDArray radii(double radius) {
        // Another purpose than the direction's, since that has used up an unknown count of numbers.
        ImageDraws draws = new ImageDraws(seed, ~run);
        double dimensions = (double) batch.images().getShape().size() / batch.size();
        float[] radii = new float[batch.size()];
        for (int place = 0; place < radii.length; place++) {
            double share = draws.of(batch.index(place)).nextDouble();
            radii[place] = (float) (radius * Math.pow(share, 1 / dimensions));
        }
        return owner().create(radii, new Shape(radii.length, 1, 1, 1));
    }

    private static NDArray largest(NDArray noise) {
        long images = noise.getShape().get(0);
        return noise.abs().reshape(images, -1).max(new int[] {1}).reshape(images, 1, 1, 1);
    }

    private NDManager owner() {
        return batch.images().getManager();
    }
}
