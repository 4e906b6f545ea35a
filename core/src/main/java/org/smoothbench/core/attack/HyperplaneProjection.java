package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * Moves images onto hyperplanes within [0, 1] by the shortest way in a norm (Croce and Hein 2020, section 2.2), many at
 * once. Images, normals and moves are rows of pixels, shape (images, pixels); lengths and excesses have shape (images, 1).
 *
 * <p>The shortest way lets each pixel go the same distance (L-infinity), or one in proportion to its weight (L2), until it
 * meets an end of [0, 1]. How much of the excess that takes away is a concave, piecewise linear function of the distance.
 * Newton's method climbs such a function from below without passing the solution and ends on the linear piece that holds
 * it, as a rule in three or four rounds where bisection to float32's precision takes two dozen.
 */
enum HyperplaneProjection {
    LINF,
    L2;

    /** Far above what is needed: each round divides residual times slope by four or more. */
    private static final int MOST_ROUNDS = 100;

    /** A distance in which every pixel gets to the end of [0, 1], yet which times zero is zero. */
    private static final double FARTHEST = 1e30;

    private static final double TINY = 1e-30;

    /** Growth of the distance that is no more than rounding. */
    private static final double SETTLED = 1 + 5e-7;

    private static final int[] PIXELS = {1};

    /** The projection in the norm of a threat model. */
    static HyperplaneProjection in(ThreatModel threat) {
        return switch (threat) {
            case ThreatModel.Linf _ -> LINF;
            case ThreatModel.L2 _ -> L2;
        };
    }

    /** How long moves are. */
    NDArray lengths(NDArray moves) {
        return switch (this) {
            case LINF -> moves.abs().max(PIXELS, true);
            case L2 -> moves.square().sum(PIXELS, true).sqrt();
        };
    }

    /** The dual norm of gradients: by how much a value rises at most, to first order, along a way of length 1. */
    NDArray dualLengths(NDArray gradients) {
        return switch (this) {
            case LINF -> gradients.abs().sum(PIXELS, true);
            case L2 -> gradients.square().sum(PIXELS, true).sqrt();
        };
    }

    /**
     * The shortest moves that take the excess away, or the moves into the corner of [0, 1] that leaves the least of it
     * where none takes away all.
     *
     * @param images in [0, 1]
     * @param normals of the hyperplanes
     * @param excess by how much normal times image exceeds its value on the hyperplane
     * @return owned by the manager of the images
     */
    NDArray displacement(NDArray images, NDArray normals, NDArray excess) {
        NDManager owner = images.getManager();
        try (NDManager scratch = owner.newSubManager()) {
            NDArray tiny = Scalars.of(scratch, TINY);
            NDArray ahead =
                    Handle.of(normals, scratch).mul(Handle.of(excess, scratch).sign());
            NDArray from = Handle.of(images, scratch);
            // Gradients may be so small that their squares are not; only their proportions matter.
            NDArray scale = ahead.abs().max(PIXELS, true).maximum(tiny);
            NDArray weights = ahead.abs().div(scale);
            NDArray room =
                    Choice.of(ahead.gt(Scalars.of(scratch, 0)), from, from.neg().add(1));
            NDArray target = Handle.of(excess, scratch).abs().div(scale);
            NDArray moves = reached(solve(weights, room, target), weights, room)
                    .mul(ahead.sign())
                    .neg();
            moves.attach(owner);
            return moves;
        }
    }

    /** The distance at which the target is met, shape (images, 1). */
    private NDArray solve(NDArray weights, NDArray room, NDArray target) {
        NDManager owner = weights.getManager();
        NDArray slopes = this == LINF ? weights : weights.square();
        NDArray distance = owner.zeros(new Shape(weights.getShape().get(0), 1));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            try (NDManager scratch = owner.newSubManager()) {
                NDArray here = Handle.of(distance, scratch);
                NDArray next = newton(here, weights, slopes, room, target);
                boolean settled = next.gt(here.mul(Scalars.of(scratch, SETTLED)))
                                .toType(DataType.INT64, false)
                                .sum()
                                .getLong()
                        == 0;
                next.attach(owner);
                distance.close();
                distance = next;
                if (settled) {
                    break;
                }
            }
        }
        return distance;
    }

    private NDArray newton(NDArray distance, NDArray weights, NDArray slopes, NDArray room, NDArray target) {
        NDManager scratch = distance.getManager();
        NDArray paces = paces(distance, weights);
        NDArray met = paces.minimum(room).mul(weights).sum(PIXELS, true);
        NDArray slope = paces.lt(room)
                .toType(DataType.FLOAT32, false)
                .mul(slopes)
                .sum(PIXELS, true)
                .maximum(Scalars.of(scratch, TINY));
        return met.neg()
                .add(target)
                .div(slope)
                .add(distance)
                .minimum(Scalars.of(scratch, FARTHEST))
                .maximum(distance);
    }

    private NDArray reached(NDArray distance, NDArray weights, NDArray room) {
        return paces(distance, weights).minimum(room);
    }

    /** How far each pixel would go if nothing stopped it; owned by the manager of the distance. */
    private NDArray paces(NDArray distance, NDArray weights) {
        return this == LINF ? distance : distance.mul(weights);
    }
}
