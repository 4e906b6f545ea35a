package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.smoothbench.core.attack.ImageDraws;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.model.Network;

/**
 * Moves a network's weights along one or two directions, and back. Belongs to the engine's thread; closing it brings the
 * network back to the weights it had.
 */
final class WeightMoves implements AutoCloseable {

    /** Keeps filters of zeros from dividing by zero, as Li et al. do. */
    private static final double TINY = 1e-10;

    private final NDManager manager;
    private final NDIndex everything = new NDIndex("...");
    private final List<Move> moves = new ArrayList<>();

    /** What is known of one array. */
    private record Move(NDArray weights, NDArray origin, NDArray first, NDArray second) {}

    private WeightMoves(TorchEngine engine) {
        manager = engine.manager().newSubManager();
    }

    /**
     * Two random directions, normal numbers whose filters are as long as the network's: d_f |w_f| / |d_f|. A filter is the
     * weights of one output. What has no filters stays: biases, batch normalisation, trained numbers of activations (Li et
     * al. 2018).
     */
    static WeightMoves alongFilters(TorchEngine engine, Network network, long seed) {
        WeightMoves all = new WeightMoves(engine);
        int number = 0;
        for (NDArray weights : network.state().parameters().values()) {
            if (weights.getShape().dimension() > 1) {
                all.add(weights, all.filters(weights, seed, number), all.filters(weights, ~seed, number));
            }
            number++;
        }
        return all;
    }

    /** The direction to another network's weights, running statistics too; the networks must have the same arrays. */
    static WeightMoves towards(TorchEngine engine, Network network, Network other) {
        WeightMoves all = new WeightMoves(engine);
        network.state().all().forEach((name, weights) -> {
            NDArray there = other.state().all().get(name);
            if (there == null) {
                throw new IllegalArgumentException("the other network has no " + name);
            }
            NDArray way = there.sub(weights);
            way.attach(all.manager);
            all.add(weights, way, all.manager.zeros(weights.getShape()));
        });
        return all;
    }

    private void add(NDArray weights, NDArray first, NDArray second) {
        NDArray origin = weights.duplicate();
        origin.attach(manager);
        moves.add(new Move(weights, origin, first, second));
    }

    private NDArray filters(NDArray weights, long seed, int number) {
        float[] own = weights.toFloatArray();
        int filters = Math.toIntExact(weights.getShape().get(0));
        int length = own.length / filters;
        SplittableRandom random = new ImageDraws(seed, 0).of(number);
        float[] drawn = new float[own.length];
        for (int filter = 0; filter < filters; filter++) {
            double[] direction = new double[length];
            double squares = 0;
            double ownSquares = 0;
            for (int i = 0; i < length; i++) {
                direction[i] = random.nextGaussian();
                squares += direction[i] * direction[i];
                ownSquares += (double) own[filter * length + i] * own[filter * length + i];
            }
            double scale = Math.sqrt(ownSquares) / (Math.sqrt(squares) + TINY);
            for (int i = 0; i < length; i++) {
                drawn[filter * length + i] = (float) (direction[i] * scale);
            }
        }
        try (NDArray shared = manager.create(drawn, weights.getShape())) {
            NDArray filtersOwn = shared.duplicate();
            filtersOwn.attach(manager);
            return filtersOwn;
        }
    }

    /** The first direction of an array of the network, by its name; empty if it stays. */
    Optional<NDArray> first(String name) {
        return moves.stream()
                .filter(move -> name.equals(move.weights().getName()))
                .map(Move::first)
                .findFirst();
    }

    /** Moves the network to a place; 0 and 0 is where it was. */
    void to(double a, double b) {
        for (Move move : moves) {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray along = Scalars.of(scratch, a).mul(move.first());
                NDArray across = Scalars.of(scratch, b).mul(move.second());
                move.weights().set(everything, along.add(across).add(move.origin()));
            }
        }
    }

    /** Brings the network back to where it was, to the last bit. */
    void home() {
        moves.forEach(move -> move.weights().set(everything, move.origin()));
    }

    @Override
    public void close() {
        home();
        manager.close();
    }
}
