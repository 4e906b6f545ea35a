package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;

/** One run of Square on the images of a batch: keeps a move where it lowers the margin. */
final class SquareRun {

    private final Batch batch;
    private final Finds finds;
    private final PathObserver observer;
    private final NDManager keeper;

    private SquareMoves moves;
    private int[] places;
    private float[] margins;
    private NDArray best;
    private NDArray oneHot;

    /**
     * A run about to begin.
     *
     * @param observer hears of each move that is kept, with the number of moves tried until then
     * @param keeper of the run's tensors; lives as long as the run
     */
    SquareRun(Batch batch, SquareMoves moves, Finds finds, PathObserver observer, NDManager keeper) {
        this.batch = batch;
        this.moves = moves;
        this.finds = finds;
        this.observer = observer;
        this.keeper = keeper;
        this.places = IntStream.range(0, batch.size()).toArray();
        this.margins = new float[batch.size()];
        Arrays.fill(margins, Float.POSITIVE_INFINITY);
        this.best = moves.first();
        this.oneHot = Handle.of(batch.oneHot(), keeper);
    }

    /** Asks about the first images and then about so many moves, fewer if all images leave. */
    void go(ModelQueries model, int moveCount) {
        try (NDManager scratch = keeper.newSubManager()) {
            consider(model, 0, Handle.of(best, scratch));
        }
        for (int i = 0; i < moveCount && places.length > 0; i++) {
            try (NDManager scratch = keeper.newSubManager()) {
                consider(model, i + 1, moves.next(i, Handle.of(best, scratch)));
            }
        }
    }

    /** The margin of the best image so far of each that is left: its logit less the largest other. */
    float[] margins() {
        return margins.clone();
    }

    private void consider(ModelQueries model, int tried, NDArray candidates) {
        NDArray logits = model.logits(candidates);
        NDArray margin = ClassLogits.of(logits, oneHot).sub(ClassLogits.largestOther(logits, oneHot));
        NDArray predicted = logits.argMax(1).toType(DataType.FLOAT32, false);
        float[] numbers = NDArrays.stack(new NDList(margin, predicted)).toFloatArray();
        boolean[] better = new boolean[places.length];
        boolean[] fooled = new boolean[places.length];
        for (int row = 0; row < places.length; row++) {
            better[row] = numbers[row] < margins[row];
            if (better[row]) {
                margins[row] = numbers[row];
            }
            fooled[row] =
                    better[row] && margins[row] <= 0 && (int) numbers[places.length + row] != batch.label(places[row]);
        }
        tell(tried, better, candidates, logits);
        keep(better, candidates);
        int[] fell =
                IntStream.range(0, fooled.length).filter(row -> fooled[row]).toArray();
        finds.add(Arrays.stream(fell).map(row -> places[row]).toArray(), candidates, fell);
        leave();
    }

    private void tell(int tried, boolean[] better, NDArray candidates, NDArray logits) {
        if (observer.equals(PathObserver.NONE)) {
            return;
        }
        int[] kept =
                IntStream.range(0, better.length).filter(row -> better[row]).toArray();
        if (kept.length == 0) {
            return;
        }
        int[] whose = Arrays.stream(kept).map(row -> places[row]).toArray();
        boolean[] within = new boolean[kept.length];
        Arrays.fill(within, true);
        observer.visited(Visit.byMargin(tried, whose, kept, candidates, logits, batch, within));
    }

    /** The better ones of the candidates. */
    private void keep(boolean[] better, NDArray candidates) {
        float[] flags = new float[better.length];
        int count = 0;
        for (int row = 0; row < flags.length; row++) {
            flags[row] = better[row] ? 1 : 0;
            count += better[row] ? 1 : 0;
        }
        if (count == 0) {
            return;
        }
        NDManager scratch = candidates.getManager();
        NDArray condition =
                scratch.create(flags, new Shape(flags.length, 1, 1, 1)).toType(DataType.BOOLEAN, false);
        replace(Choice.of(condition, candidates, best));
    }

    /** Images with no margin left are asked about no more. */
    private void leave() {
        int[] kept = IntStream.range(0, margins.length)
                .filter(row -> margins[row] > 0)
                .toArray();
        if (kept.length == margins.length) {
            return;
        }
        places = Arrays.stream(kept).map(row -> places[row]).toArray();
        float[] theirs = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            theirs[i] = margins[kept[i]];
        }
        margins = theirs;
        if (kept.length > 0) {
            moves = moves.rows(kept);
            NDArray indices = Rows.indices(kept, keeper);
            replace(Rows.of(best, indices));
            oneHot = Rows.of(oneHot, indices);
        }
    }

    private void replace(NDArray next) {
        next.attach(keeper);
        best.close();
        best = next;
    }
}
