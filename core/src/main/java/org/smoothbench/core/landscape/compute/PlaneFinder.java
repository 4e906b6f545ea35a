package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDManager;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.attack.CrossEntropyLoss;
import org.smoothbench.core.attack.ImageDraws;
import org.smoothbench.core.attack.LossGradient;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;

/**
 * Finds the plane of an image: attacks it, draws at random, and gives every direction a length of one budget in the
 * L-infinity norm.
 */
final class PlaneFinder {

    /** Keep random directions apart from the random starts of attacks, which are numbered from 0. */
    private static final long FIRST_RANDOM = 1L << 40;

    private static final long SECOND_RANDOM = FIRST_RANDOM + 1;

    /** Where the second attack on a model begins. */
    private static final long SECOND_ATTACK = 0x5ECL;

    /** What is left of the second attack at right angles to the first must be so much of it, squared, to be a direction. */
    private static final double LEAST_REST = 1e-6;

    private final TorchEngine engine;
    private final LandscapeSpec spec;
    private final ExploredModel model;
    private final @Nullable ExploredModel other;
    private final BooleanSupplier cancelled;

    /**
     * Planes of one model.
     *
     * @param other whose attack gives the second direction, where the specification wants another model's
     */
    PlaneFinder(
            TorchEngine engine,
            LandscapeSpec spec,
            ExploredModel model,
            @Nullable ExploredModel other,
            BooleanSupplier cancelled) {
        this.engine = engine;
        this.spec = spec;
        this.model = model;
        this.other = other;
        this.cancelled = cancelled;
    }

    Found find(PlaneSpec.OfImages wanted, int index) {
        try (NDManager scratch = engine.manager().newSubManager()) {
            Batch image = model.images().batch(new int[] {index}, scratch);
            float[] values = ImageTensors.values(image.images());
            float[] gradient = gradient(model, image);
            AttackWay way = AttackWay.of(wanted.path(), spec.threat(), queries(model), image, spec.seed());
            return switch (wanted) {
                case PlaneSpec.RandomRandom _ ->
                    plane(
                            values,
                            random(index, FIRST_RANDOM, values.length),
                            random(index, SECOND_RANDOM, values.length),
                            image,
                            gradient,
                            way);
                case PlaneSpec.AdversarialRandom(DirectionSpec direction) -> {
                    float[] first = move(direction, values, gradient, way);
                    yield plane(values, first, random(index, SECOND_RANDOM, values.length), image, gradient, way);
                }
                case PlaneSpec.AdversarialOrthogonal(DirectionSpec direction, DirectionSpec second) -> {
                    float[] first = move(direction, values, gradient, way);
                    float[] again = attack(model, second, image, values, spec.seed() + SECOND_ATTACK);
                    yield plane(values, first, atRightAngles(again, first), image, gradient, way);
                }
                case PlaneSpec.AdversarialOther(DirectionSpec direction, String _) -> {
                    float[] first = move(direction, values, gradient, way);
                    if (other == null) {
                        throw new IllegalStateException("there is no other model");
                    }
                    Batch same = other.images().batch(new int[] {index}, scratch);
                    yield plane(
                            values, first, attack(other, direction, same, values, spec.seed()), image, gradient, way);
                }
            };
        }
    }

    private ModelQueries queries(ExploredModel asked) {
        return new ModelQueries(asked.classifier(), cancelled);
    }

    private float[] gradient(ExploredModel asked, Batch image) {
        try (NDManager scratch = image.images().getManager().newSubManager()) {
            Batch own = image.pick(new int[] {0}, scratch);
            LossGradient at = queries(asked).gradient(own.images(), new CrossEntropyLoss(own.oneHot()));
            return ImageTensors.values(at.gradient());
        }
    }

    /** The perturbation of the attack whose way is known. */
    private static float[] move(DirectionSpec direction, float[] image, float[] gradient, AttackWay way) {
        return direction instanceof DirectionSpec.Sign ? signs(gradient) : way.perturbation(image);
    }

    private float[] attack(ExploredModel attacked, DirectionSpec direction, Batch image, float[] values, long seed) {
        return direction instanceof DirectionSpec.Sign
                ? signs(gradient(attacked, image))
                : AttackWay.of(direction, spec.threat(), queries(attacked), image, seed)
                        .perturbation(values);
    }

    private static float[] signs(float[] gradient) {
        float[] signs = new float[gradient.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Math.signum(gradient[i]);
        }
        return signs;
    }

    private float[] random(int index, long purpose, int length) {
        SplittableRandom random = new ImageDraws(spec.seed(), purpose).of(index);
        float[] signs = new float[length];
        for (int i = 0; i < length; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return signs;
    }

    /** What of a move is not along another; all 0 where too little is left to be told from rounding. */
    private static float[] atRightAngles(float[] move, float[] along) {
        double length = ImagePlane.dot(along, along);
        double share = length == 0 ? 0 : ImagePlane.dot(move, along) / length;
        float[] rest = new float[move.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (float) (move[i] - share * along[i]);
        }
        return ImagePlane.dot(rest, rest) > LEAST_REST * ImagePlane.dot(move, move) ? rest : new float[move.length];
    }

    private Found plane(float[] image, float[] first, float[] second, Batch batch, float[] gradient, AttackWay way) {
        float[] u = budgetLong(first);
        float[] v = budgetLong(second);
        if (largest(u) == 0) {
            return new Found.Nothing("the loss has no gradient there, so that no attack has a direction");
        }
        if (largest(v) == 0) {
            return new Found.Nothing("the second attack found nothing that the first did not");
        }
        ImagePlane plane = new ImagePlane(
                new ImagePlane.Shape(
                        model.images().channels(),
                        model.images().height(),
                        model.images().width()),
                image,
                u,
                v);
        double cosine = ImagePlane.dot(u, v) / Math.sqrt(ImagePlane.dot(u, u) * ImagePlane.dot(v, v));
        return new Found.Plane(plane, batch.label(0), new LinearForecast(image, gradient), way, cosine);
    }

    /** A direction in which a step of 1 moves the value that moves most by the budget; 0 if it has none, or no number. */
    private float[] budgetLong(float[] direction) {
        double largest = largest(direction);
        float[] scaled = new float[direction.length];
        if (largest > 0 && Double.isFinite(largest)) {
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = (float) (direction[i] / largest * spec.radius());
            }
        }
        return scaled;
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            // Math.max keeps what is no number.
            largest = Math.max(largest, Math.abs((double) value));
        }
        return largest;
    }
}
