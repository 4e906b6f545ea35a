package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;

/**
 * L2: the whole budget spent on pairs of bumps. The search begins with a grid of five by five pairs; a move takes what one
 * window holds and puts it, as a pair of bumps added to what is there, into another.
 */
final class L2Squares implements SquareMoves {

    /** How many pairs go into a row of the first grid. */
    private static final int GRID = 5;

    /** Keeps a length of zero from being divided by, as in AutoAttack. */
    private static final double TINY = 1e-12;

    private static final int[] PIXELS = {1, 2, 3};
    private static final int[] WINDOW = {1, 2};

    private final NDArray images;
    private final double radius;
    private final SquareSchedule schedule;
    private final SplittableRandom shared;
    private final SplittableRandom[] own;

    private L2Squares(
            NDArray images, double radius, SquareSchedule schedule, SplittableRandom shared, SplittableRandom[] own) {
        this.images = images;
        this.radius = radius;
        this.schedule = schedule;
        this.shared = shared;
        this.own = own;
    }

    static L2Squares around(Batch batch, double radius, SquareSchedule schedule, ImageDraws draws, NDManager keeper) {
        SplittableRandom[] own = IntStream.range(0, batch.size())
                .mapToObj(place -> draws.of(batch.index(place)))
                .toArray(SplittableRandom[]::new);
        return new L2Squares(inMemory(Handle.of(batch.images(), keeper)), radius, schedule, draws.shared(), own);
    }

    @Override
    public NDArray first() {
        int height = (int) images.getShape().get(1);
        int width = (int) images.getShape().get(2);
        int channels = (int) images.getShape().get(3);
        float[] moves = new float[Math.toIntExact(images.getShape().size())];
        int side = Math.max(1, Math.min(height, width) / GRID);
        int margin = Math.max(0, (Math.min(height, width) - side * GRID) / 2);
        for (int row = 0; row < height / side; row++) {
            for (int column = 0; column < width / side; column++) {
                float[] bumps = BumpPair.of(side, shared.nextDouble() > 0.5);
                int top = margin + row * side;
                int left = margin + column * side;
                for (int place = 0; place < own.length; place++) {
                    for (int channel = 0; channel < channels; channel++) {
                        float sign = LinfSquares.sign(own[place]);
                        if (top + side <= height && left + side <= width) {
                            int from = ((place * height + top) * width + left) * channels + channel;
                            put(moves, from, width * channels, channels, bumps, side, sign);
                        }
                    }
                }
            }
        }
        NDArray drawn = images.getManager().create(moves, images.getShape());
        return shown(drawn.duplicate(), images);
    }

    private static void put(float[] moves, int from, int down, int across, float[] bumps, int side, float sign) {
        for (int i = 0; i < bumps.length; i++) {
            moves[from + i / side * down + i % side * across] = sign * bumps[i];
        }
    }

    @Override
    public NDArray next(int iteration, NDArray best) {
        NDManager scratch = best.getManager();
        NDArray here = Handle.of(images, scratch);
        NDArray moves = inMemory(best).sub(here);
        int height = (int) moves.getShape().get(1);
        int width = (int) moves.getShape().get(2);
        int side = schedule.window(iteration, height, width);
        Window target = Window.drawn(side, height, width, shared);
        Window source = Window.drawn(side, height, width, shared);
        NDArray both = target.mask(scratch).maximum(source.mask(scratch));
        NDArray squares = moves.square();
        NDArray spent = squares.sum(PIXELS, true);
        NDArray inBoth = squares.mul(both).sum(WINDOW, true);
        NDArray unspent = spent.neg()
                .add(Scalars.of(scratch, radius * radius))
                .maximum(Scalars.of(scratch, 0))
                .div(Scalars.of(scratch, (double) moves.getShape().get(3)));
        NDArray there = target.of(moves);
        NDArray content = bumps(side, scratch).add(there.div(lengths(there).add(TINY)));
        NDArray length = unspent.add(inBoth).sqrt();
        NDArray placed = content.div(lengths(content).add(TINY)).mul(length);
        NDArray kept = moves.mul(both.neg().add(1));
        return shown(kept.add(target.embed(placed)), here);
    }

    /** A pair of bumps for each image and channel, up or down by the image's own numbers; the same way for all. */
    private NDArray bumps(int side, NDManager scratch) {
        float[] pattern = BumpPair.of(side, shared.nextDouble() > 0.5);
        int channels = (int) images.getShape().get(3);
        float[] signs = new float[own.length * channels];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = LinfSquares.sign(own[i / channels]);
        }
        return scratch.create(pattern, new Shape(1, side, side, 1))
                .mul(scratch.create(signs, new Shape(own.length, 1, 1, channels)));
    }

    /** Lengths over a window, channel by channel. */
    private static NDArray lengths(NDArray window) {
        return window.square().sum(WINDOW, true).sqrt();
    }

    /** Images moved by as much as the budget allows, in [0, 1]. */
    private NDArray shown(NDArray moves, NDArray from) {
        NDManager owner = moves.getManager();
        NDArray length = moves.square().sum(PIXELS, true).sqrt().add(TINY);
        NDArray shown = moves.div(length).mul(Scalars.of(owner, radius)).add(from);
        return shown.clip(0, 1).transpose(0, 3, 1, 2);
    }

    private static NDArray inMemory(NDArray images) {
        return images.transpose(0, 2, 3, 1);
    }

    @Override
    public L2Squares rows(int... rows) {
        NDArray indices = Rows.indices(rows, images.getManager());
        NDArray some = images.get(indices);
        images.close();
        SplittableRandom[] theirs =
                Arrays.stream(rows).mapToObj(row -> own[row]).toArray(SplittableRandom[]::new);
        return new L2Squares(some, radius, schedule, shared, theirs);
    }
}
