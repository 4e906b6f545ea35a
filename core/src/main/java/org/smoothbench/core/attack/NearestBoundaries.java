package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.smoothbench.core.engine.Scalars;

/**
 * Those to whichever class is nearest to first order: a backward pass for each class, of which only the nearest so far is
 * held, however many classes there are.
 *
 * @param oneHot the images' own classes
 * @param projection whose norm says what is near
 */
record NearestBoundaries(NDArray oneHot, HyperplaneProjection projection) implements Boundaries {

    /** Keeps gradients of zero from being divided by, as in AutoAttack. */
    private static final double TINY = 1e-12;

    /** Puts an image's own class behind all others, even those without a gradient, as in AutoAttack. */
    private static final double OWN_CLASS = 1e22;

    @Override
    public LossGradient near(ModelQueries model, NDArray images) {
        try (NDManager scratch = images.getManager().newSubManager()) {
            NDArray own = Handle.of(oneHot, scratch);
            NDArray classes = scratch.eye((int) oneHot.getShape().get(1));
            Nearest nearest = new Nearest(Handle.of(images, scratch));
            NDArray logits = model.gradients(
                    images,
                    model.classes(),
                    k -> new TargetedMarginLoss(own, classes.get(k + ":" + (k + 1))),
                    (at, k) -> nearest.take(at, own.get(":, " + k)));
            return nearest.at(logits, images.getManager());
        }
    }

    @Override
    public NearestBoundaries rows(NDArray indices) {
        return new NearestBoundaries(Rows.of(oneHot, indices), projection);
    }

    /** The nearest boundary among those seen; what it holds belongs to the manager of the images it was made for. */
    private final class Nearest {

        private final NDManager keeper;
        private NDArray distances;
        private NDArray excess;
        private NDArray gradient;

        Nearest(NDArray images) {
            keeper = images.getManager();
            Shape each = new Shape(images.getShape().get(0));
            distances = keeper.full(each, Float.MAX_VALUE);
            excess = keeper.full(each, Float.NaN);
            gradient = images.sub(images);
        }

        /**
         * Looks at the boundary to one class.
         *
         * @param own 1 for images of that class, 0 for others
         */
        void take(LossGradient at, NDArray own) {
            try (NDManager scratch = keeper.newSubManager()) {
                NDArray there = Handle.of(at.gradient(), scratch);
                NDArray by = Handle.of(at.losses(), scratch);
                NDArray slopes =
                        projection.dualLengths(PixelRows.of(there, scratch)).reshape(-1);
                NDArray away = by.abs()
                        .div(slopes.add(TINY))
                        .add(Handle.of(own, scratch).mul(Scalars.of(scratch, OWN_CLASS)));
                NDArray nearer = away.lt(distances);
                gradient = kept(Choice.of(nearer.reshape(-1, 1, 1, 1), there, gradient), gradient);
                excess = kept(Choice.of(nearer, by, excess), excess);
                distances = kept(Choice.of(nearer, away, distances), distances);
            }
        }

        private NDArray kept(NDArray next, NDArray last) {
            next.attach(keeper);
            last.close();
            return next;
        }

        LossGradient at(NDArray logits, NDManager owner) {
            gradient.attach(owner);
            excess.attach(owner);
            return new LossGradient(gradient, excess, logits);
        }
    }
}
