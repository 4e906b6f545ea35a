package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * The fast adaptive boundary attack (Croce and Hein 2020): seeks the nearest image that the model gets wrong, by steps onto
 * the decision boundary made straight. The budget decides which examples count and how far off restarts begin, not where
 * the search goes.
 *
 * <p>An image has fallen once the model gets an iterate wrong whose distance, in float32, is at most the budget rounded to
 * float32: the comparison AutoAttack makes. It then leaves the batch, so the example is the first one near enough.
 *
 * <p>An observer hears of the start and then of each step where it ended, before the way back towards the image that follows
 * an adversarial example; these iterates need not lie within the budget.
 */
public final class Fab implements Attack {

    /** The share of the budget at which restarts begin. */
    private static final double START_SHARE = 0.5;

    private static final float NEVER = -1;

    private final int steps;
    private final int targets;
    private final int restarts;
    private final ThreatModel threat;
    private final HyperplaneProjection projection;

    /** The untargeted attack: towards the nearest of all classes at each step, for a backward pass for each class. */
    public Fab(AttackSpec.Fab spec, ThreatModel threat) {
        this(spec.steps(), 0, spec.restarts(), threat);
    }

    /** The targeted attack: towards the likeliest wrong classes, one after another. */
    public Fab(AttackSpec.FabTargeted spec, ThreatModel threat) {
        this(spec.steps(), spec.targets(), spec.restarts(), threat);
    }

    private Fab(int steps, int targets, int restarts, ThreatModel threat) {
        this.steps = steps;
        this.targets = targets;
        this.restarts = restarts;
        this.threat = threat;
        this.projection = HyperplaneProjection.in(threat);
    }

    @Override
    public AttackOutcome follow(ModelQueries model, Batch batch, long seed, PathObserver observer) {
        try (NDManager attack = batch.images().getManager().newSubManager()) {
            Finds finds = new Finds(batch, attack);
            int[][] aims = aims(model, batch, finds, attack);
            Symptoms symptoms = Symptoms.NONE;
            for (int number = 0; number < aims.length * restarts; number++) {
                int[] places = finds.standing();
                if (places.length == 0) {
                    break;
                }
                try (NDManager scratch = attack.newSubManager()) {
                    Batch rest = batch.pick(places, scratch);
                    Finds found = new Finds(rest, scratch);
                    FabRun run = run(rest, at(aims, number, places), seed, number, (float) threat.radius(), scratch);
                    run.go(model, steps, found, observer.relayed(number, places));
                    symptoms = symptoms.plus(run.symptoms(found));
                    int[] rows = IntStream.range(0, places.length)
                            .filter(found::fell)
                            .toArray();
                    NDArray examples = found.outcome(symptoms).adversarial();
                    finds.add(Arrays.stream(rows).map(row -> places[row]).toArray(), examples, rows);
                }
            }
            return finds.outcome(symptoms);
        }
    }

    /**
     * The smallest perturbation found for each image, however large: no image leaves before the end, and the final search
     * of the paper is made, which AutoAttack leaves out.
     *
     * @return lengths in the norm of the threat model, on the [0, 1] scale; 0 where the model is wrong about the image
     *     itself, infinite where nothing was found
     */
    public double[] distances(ModelQueries model, Batch batch, long seed) {
        return distances(model, batch, seed, run -> run.shortened(model));
    }

    /** The same without the final search, as AutoAttack finds them. */
    double[] distancesOfIterates(ModelQueries model, Batch batch, long seed) {
        return distances(model, batch, seed, FabRun::smallest);
    }

    private double[] distances(ModelQueries model, Batch batch, long seed, Function<FabRun, double[]> ending) {
        double[] smallest = new double[batch.size()];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        try (NDManager attack = batch.images().getManager().newSubManager()) {
            Finds wrong = new Finds(batch, attack);
            int[][] aims = aims(model, batch, wrong, attack);
            int[] places = wrong.standing();
            for (int number = 0; number < aims.length * restarts && places.length > 0; number++) {
                try (NDManager scratch = attack.newSubManager()) {
                    Batch rest = batch.pick(places, scratch);
                    FabRun run = run(rest, at(aims, number, places), seed, number, NEVER, scratch);
                    run.go(model, steps, new Finds(rest, scratch), PathObserver.NONE);
                    double[] found = ending.apply(run);
                    for (int row = 0; row < found.length; row++) {
                        smallest[places[row]] = Math.min(smallest[places[row]], found[row]);
                    }
                }
            }
            IntStream.range(0, smallest.length).filter(wrong::fell).forEach(place -> smallest[place] = 0);
        }
        return smallest;
    }

    /** The classes of a run's images, or none in particular. */
    private int[] at(int[][] aims, int number, int[] places) {
        int[] aim = aims[number / restarts];
        return targets == 0
                ? new int[0]
                : Arrays.stream(places).map(place -> aim[place]).toArray();
    }

    private FabRun run(Batch batch, int[] aims, long seed, int number, float leaveAt, NDManager scratch) {
        NDArray images = Handle.of(batch.images(), scratch);
        Boundaries boundaries = targets == 0
                ? new NearestBoundaries(batch.oneHot(), projection)
                : new TargetBoundaries(new TargetedMarginLoss(batch.oneHot(), oneHot(aims, batch, scratch)));
        NDArray start = number % restarts == 0 ? images : beside(batch, new ImageDraws(seed, number), scratch);
        return new FabRun(projection, batch, start, boundaries, leaveAt, scratch);
    }

    private static NDArray oneHot(int[] classes, Batch batch, NDManager owner) {
        return owner.create(classes)
                .oneHot(Math.toIntExact(batch.oneHot().getShape().get(1)));
    }

    /** In a random direction from the images, half as far as the budget goes. */
    private NDArray beside(Batch batch, ImageDraws draws, NDManager scratch) {
        ImageDraws.Law law = switch (threat) {
            case ThreatModel.Linf _ -> random -> random.nextDouble(-1, 1);
            case ThreatModel.L2 _ -> SplittableRandom::nextGaussian;
        };
        NDArray noise = PixelRows.of(draws.images(batch, law, scratch), scratch);
        NDArray move = noise.div(projection.lengths(noise)).mul(Scalars.of(scratch, START_SHARE * threat.radius()));
        return PixelRows.images(
                move.add(PixelRows.of(batch.images(), scratch)).clip(0, 1),
                batch.images().getShape());
    }

    /**
     * The wrong classes of each image by the logits of the image itself, first index the rank, second the place; a single
     * empty rank if none is aimed at. Images that the model gets wrong as they are have fallen.
     */
    private int[][] aims(ModelQueries model, Batch batch, Finds finds, NDManager attack) {
        try (NDManager scratch = attack.newSubManager()) {
            NDArray images = Handle.of(batch.images(), scratch);
            NDArray logits = model.logits(images);
            boolean[] correct = batch.correct(logits);
            int[] wrong = IntStream.range(0, correct.length)
                    .filter(place -> !correct[place])
                    .toArray();
            finds.add(wrong, images, wrong);
            if (targets == 0) {
                return new int[1][0];
            }
            int ranks = (int) Math.min(targets, batch.oneHot().getShape().get(1) - 1);
            long[] classes = ClassLogits.without(logits, batch.oneHot())
                    .topK(ranks, 1)
                    .get(1)
                    .toLongArray();
            int[][] aims = new int[ranks][batch.size()];
            for (int i = 0; i < classes.length; i++) {
                aims[i % ranks][i / ranks] = (int) classes[i];
            }
            return aims;
        }
    }
}
