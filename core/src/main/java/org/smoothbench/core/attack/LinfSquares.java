package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;

/**
 * L-infinity: every pixel at an end of its budget. The search begins with vertical stripes; a move sets a square of each
 * channel to the upper or to the lower end.
 */
final class LinfSquares implements SquareMoves {

    private final NDArray stripes;
    private final LinfBall ball;
    private final double radius;
    private final SquareSchedule schedule;
    private final SplittableRandom shared;

    private LinfSquares(
            NDArray stripes, LinfBall ball, double radius, SquareSchedule schedule, SplittableRandom shared) {
        this.stripes = stripes;
        this.ball = ball;
        this.radius = radius;
        this.schedule = schedule;
        this.shared = shared;
    }

    static LinfSquares around(Batch batch, double radius, SquareSchedule schedule, ImageDraws draws, NDManager keeper) {
        NDArray images = Handle.of(batch.images(), keeper);
        return new LinfSquares(
                stripes(batch, draws, keeper), LinfBall.around(images, radius), radius, schedule, draws.shared());
    }

    /** A sign for each image, channel and column; shape (images, channels, 1, width). */
    static NDArray stripes(Batch batch, ImageDraws draws, NDManager owner) {
        Shape shape = batch.images().getShape();
        int each = Math.toIntExact(shape.get(1) * shape.get(3));
        float[] signs = new float[batch.size() * each];
        for (int place = 0; place < batch.size(); place++) {
            SplittableRandom random = draws.of(batch.index(place));
            for (int i = place * each; i < (place + 1) * each; i++) {
                signs[i] = sign(random);
            }
        }
        return owner.create(signs, new Shape(batch.size(), shape.get(1), 1, shape.get(3)));
    }

    static float sign(SplittableRandom random) {
        return random.nextDouble() < 0.5 ? -1 : 1;
    }

    @Override
    public NDArray first() {
        NDArray size = Scalars.of(stripes.getManager(), radius);
        return ball.project(ball.center().add(stripes.mul(size)));
    }

    @Override
    public NDArray next(int iteration, NDArray best) {
        NDManager scratch = best.getManager();
        Shape shape = best.getShape();
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        Window window = Window.drawn(schedule.side(iteration, height, width), height, width, shared);
        float[] colour = new float[(int) shape.get(1)];
        for (int channel = 0; channel < colour.length; channel++) {
            colour[channel] = (float) (2 * radius) * sign(shared);
        }
        // In the order of the images' memory, so that adding it is one walk through both.
        NDArray change = window.mask(scratch).mul(scratch.create(colour, new Shape(1, 1, 1, colour.length)));
        return ball.project(best.add(change.transpose(0, 3, 1, 2)));
    }

    @Override
    public LinfSquares rows(int... rows) {
        NDArray indices = Rows.indices(rows, stripes.getManager());
        LinfSquares some = new LinfSquares(stripes, ball.rows(indices), radius, schedule, shared);
        ball.lower().close();
        ball.upper().close();
        ball.center().close();
        return some;
    }
}
