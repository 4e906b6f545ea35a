package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;

/** One run of FAB on the images of a batch: towards one boundary each, from one start. */
final class FabRun {

    /** The largest share of the way that is taken from the image instead of the iterate. */
    private static final double MOST_BIAS = 0.1;

    /** How far a step goes beyond the boundary, as a multiple of the way to it. */
    private static final double OVERSHOOT = 1.05;

    /** What is left of the way from the image once the model is fooled. */
    private static final double BACKWARD = 0.9;

    /** Keeps lengths of zero from being divided by, as in AutoAttack. */
    private static final double LEAST_LENGTH = 1e-8;

    private final HyperplaneProjection projection;
    private final Batch batch;
    private final Shape shape;
    private final Vitals vitals;
    private final float[] smallest;
    private final float leaveAt;
    private final NDManager keeper;

    private int[] places;
    private NDArray labels;
    private NDArray images;
    private NDArray iterate;
    private NDArray nearest;
    private Boundaries boundaries;

    /**
     * A run about to begin.
     *
     * @param start shape of the images
     * @param leaveAt an image with an example this near leaves the run; negative if none is to
     * @param keeper of the run's tensors; lives as long as the run
     */
    FabRun(
            HyperplaneProjection projection,
            Batch batch,
            NDArray start,
            Boundaries boundaries,
            float leaveAt,
            NDManager keeper) {
        this.projection = projection;
        this.batch = batch;
        this.shape = batch.images().getShape();
        this.vitals = new Vitals(batch.size());
        this.smallest = new float[batch.size()];
        Arrays.fill(smallest, Float.POSITIVE_INFINITY);
        this.leaveAt = leaveAt;
        this.keeper = keeper;
        this.places = IntStream.range(0, batch.size()).toArray();
        this.labels = Rows.indices(IntStream.of(places).map(batch::label).toArray(), keeper);
        this.images = PixelRows.of(batch.images(), keeper);
        this.iterate = PixelRows.of(start, keeper);
        this.nearest = PixelRows.of(batch.images(), keeper);
        this.boundaries = boundaries;
    }

    /**
     * Takes so many steps, fewer if all images leave.
     *
     * @param observer hears of the start and of each step
     */
    void go(ModelQueries model, int steps, Finds finds, PathObserver observer) {
        for (int i = 0; i < steps && places.length > 0; i++) {
            try (NDManager scratch = keeper.newSubManager()) {
                step(i, model, finds, observer, scratch);
            }
        }
    }

    /** The smallest norm with which each image of the batch fooled the model; infinite where none did. */
    double[] smallest() {
        double[] norms = new double[smallest.length];
        Arrays.setAll(norms, i -> smallest[i]);
        return norms;
    }

    /**
     * The smallest norm with which each image of the batch fooled the model, after the final search of the paper's section
     * 3: back from the nearest example to the boundary, and from the image straight to the boundary as it is there. Only for
     * runs that no image leaves.
     *
     * @return infinite where none did
     */
    double[] shortened(ModelQueries model) {
        double[] norms = smallest();
        try (NDManager scratch = keeper.newSubManager()) {
            NDArray image = Handle.of(images, scratch);
            NDArray found = Handle.of(nearest, scratch);
            LossGradient at = boundaries.near(model, PixelRows.images(found, shape));
            NDArray normals = PixelRows.of(at.gradient(), scratch);
            NDArray excess = image.sub(found)
                    .mul(normals)
                    .sum(new int[] {1}, true)
                    .add(at.losses().reshape(-1, 1));
            NDArray straight = projection.displacement(image, normals, excess);
            shorten(norms, image, found, model, scratch);
            shorten(norms, image, image.add(straight.mul(Scalars.of(scratch, OVERSHOOT))), model, scratch);
        }
        return norms;
    }

    private void shorten(double[] norms, NDArray image, NDArray ends, ModelQueries model, NDManager scratch) {
        double[] shares = new SegmentSearch(model, shape, labels).shares(image, ends, scratch);
        float[] lengths = projection.lengths(ends.sub(image)).toFloatArray();
        for (int i = 0; i < norms.length; i++) {
            if (Float.isFinite(smallest[i]) && lengths[i] > 0) {
                norms[i] = Math.min(norms[i], shares[i] * lengths[i]);
            }
        }
    }

    /** What was odd about the run. */
    Symptoms symptoms(Finds finds) {
        return vitals.symptoms(finds);
    }

    private void step(int before, ModelQueries model, Finds finds, PathObserver observer, NDManager scratch) {
        NDArray image = Handle.of(images, scratch);
        NDArray here = Handle.of(iterate, scratch);
        LossGradient at = boundaries.near(model, PixelRows.images(here, shape));
        Reading reading = Reading.of(at);
        for (int row = 0; row < places.length; row++) {
            if (!finds.fell(places[row])) {
                vitals.see(places[row], reading, row);
            }
        }
        if (before == 0) {
            tell(0, PixelRows.images(here, shape), at.logits(), flags(_ -> true), observer);
        }
        NDArray next = onward(image, here, at);
        NDArray shown = PixelRows.images(next, shape);
        NDArray move = next.sub(image);
        NDArray lengths = projection.lengths(move);
        NDArray logits = model.logits(shown);
        NDArray fooled = logits.argMax(1).neq(labels).reshape(-1, 1);
        NDArray backward = image.add(move.mul(Scalars.of(scratch, BACKWARD)));
        iterate = swap(iterate, Choice.of(fooled, backward, next));
        float[] numbers = NDArrays.stack(new NDList(lengths, fooled.toType(DataType.FLOAT32, false)))
                .toFloatArray();
        int count = places.length;
        boolean[] wrong = flags(row -> numbers[count + row] != 0);
        boolean[] within = flags(row -> numbers[row] <= leaveAt);
        note(numbers, wrong, next);
        tell(before + 1, shown, logits, within, observer);
        leave(flags(row -> wrong[row] && within[row]), shown, finds, observer.toTheEnd());
    }

    private void tell(int step, NDArray shown, NDArray logits, boolean[] within, PathObserver observer) {
        if (!observer.equals(PathObserver.NONE)) {
            int[] rows = IntStream.range(0, places.length).toArray();
            observer.visited(Visit.byMargin(step, places, rows, shown, logits, batch, within));
        }
    }

    /** Beyond the boundary, somewhat nearer to the image than the shortest way from here leads. */
    private NDArray onward(NDArray image, NDArray here, LossGradient at) {
        NDManager scratch = here.getManager();
        NDArray normals = PixelRows.of(at.gradient(), scratch);
        NDArray excess = at.losses().reshape(-1, 1);
        // Relative to the iterate, since the difference of two products of whole images has few digits.
        NDArray excessAtImage =
                image.sub(here).mul(normals).sum(new int[] {1}, true).add(excess);
        NDArray fromHere = projection.displacement(here, normals, excess);
        NDArray fromImage = projection.displacement(image, normals, excessAtImage);
        NDArray least = Scalars.of(scratch, LEAST_LENGTH);
        NDArray lengthHere = projection.lengths(fromHere).maximum(least);
        NDArray lengthImage = projection.lengths(fromImage).maximum(least);
        NDArray bias = lengthHere.div(lengthHere.add(lengthImage)).minimum(Scalars.of(scratch, MOST_BIAS));
        NDArray overshoot = Scalars.of(scratch, OVERSHOOT);
        return here.add(fromHere.mul(overshoot))
                .mul(bias.neg().add(1))
                .add(image.add(fromImage.mul(overshoot)).mul(bias))
                .clip(0, 1);
    }

    /** Notes the lengths of what fooled the model. */
    private void note(float[] lengths, boolean[] wrong, NDArray shown) {
        boolean[] nearer = flags(row -> wrong[row] && lengths[row] < smallest[places[row]]);
        for (int row = 0; row < places.length; row++) {
            if (nearer[row]) {
                smallest[places[row]] = lengths[row];
            }
        }
        if (leaveAt < 0) {
            keep(nearer, shown);
        }
    }

    private boolean[] flags(IntPredicate wanted) {
        boolean[] flags = new boolean[places.length];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = wanted.test(row);
        }
        return flags;
    }

    /** Notes the nearest examples so far. */
    private void keep(boolean[] nearer, NDArray shown) {
        NDManager scratch = shown.getManager();
        NDArray better = scratch.create(nearer).reshape(-1, 1);
        nearest = swap(nearest, Choice.of(better, shown, Handle.of(nearest, scratch)));
    }

    private void leave(boolean[] near, NDArray shown, Finds finds, boolean lingering) {
        int[] left = IntStream.range(0, near.length)
                .filter(row -> near[row] && !finds.fell(places[row]))
                .toArray();
        if (left.length == 0) {
            return;
        }
        finds.add(Arrays.stream(left).map(row -> places[row]).toArray(), shown, left);
        if (lingering) {
            return;
        }
        int[] kept = IntStream.range(0, near.length).filter(row -> !near[row]).toArray();
        places = Arrays.stream(kept).map(row -> places[row]).toArray();
        if (kept.length > 0) {
            NDArray indices = Rows.indices(kept, keeper);
            boundaries = boundaries.rows(indices);
            labels = swap(labels, Rows.of(labels, indices));
            images = swap(images, Rows.of(images, indices));
            iterate = swap(iterate, Rows.of(iterate, indices));
        }
    }

    /** Frees a tensor in favour of another, lest every image that leaves leave a copy of the others behind. */
    private NDArray swap(NDArray last, NDArray next) {
        next.attach(keeper);
        last.close();
        return next;
    }
}
