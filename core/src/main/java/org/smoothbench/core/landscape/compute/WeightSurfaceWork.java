package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.attack.PgdAttack;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Roughness;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.landscape.SurfaceReport;
import org.smoothbench.core.landscape.SurfaceRoughness;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.FoldedNetwork;
import org.smoothbench.core.model.Network;

/**
 * The mean loss of some test images over a plane or a line of weights, in inference mode. The network is the same between
 * bits as before. An attack, where one is wanted, begins at the images
 * themselves, so that the loss is a function of the weights and nothing else.
 */
public final class WeightSurfaceWork extends SurfaceWork {

    private final TorchEngine engine;
    private final LandscapeSpec spec;
    private final PlaneSpec.OfWeights wanted;
    private final Network network;
    private final @Nullable Network end;
    private final ImageSupply images;
    private final int[] order;
    private final int batch;
    private final BooleanSupplier cancelled;
    private final NDManager manager;
    private final List<Batch> batches = new ArrayList<>();
    private @Nullable WeightMoves moves;

    /**
     * Work that has not begun.
     *
     * @param wanted the plane of the specification
     * @param end where a line goes to; not asked for otherwise
     * @param order which of the images
     * @param batch how many images are shown to the network at once
     * @param cancelled asked before each query of the network
     */
    public WeightSurfaceWork(
            TorchEngine engine,
            LandscapeSpec spec,
            PlaneSpec.OfWeights wanted,
            Network network,
            @Nullable Network end,
            ImageSupply images,
            int[] order,
            int batch,
            BooleanSupplier cancelled) {
        super(first(spec, wanted), second(spec, wanted));
        this.engine = engine;
        this.spec = spec;
        this.wanted = wanted;
        this.network = network;
        this.end = end;
        this.images = images;
        this.order = order.clone();
        this.batch = batch;
        this.cancelled = cancelled;
        this.manager = engine.manager().newSubManager();
    }

    private static Axis first(LandscapeSpec spec, PlaneSpec.OfWeights wanted) {
        return switch (wanted) {
            case PlaneSpec.Filters _ ->
                new Axis(PlaneAxes.first(wanted), "filter lengths", -spec.range(), spec.range(), spec.grid());
            case PlaneSpec.Line _ ->
                new Axis(PlaneAxes.first(wanted), "of the way", 1 - spec.range(), spec.range(), spec.grid());
        };
    }

    private static Axis second(LandscapeSpec spec, PlaneSpec.OfWeights wanted) {
        return switch (wanted) {
            case PlaneSpec.Filters _ ->
                new Axis(PlaneAxes.second(wanted), "filter lengths", -spec.range(), spec.range(), spec.grid());
            case PlaneSpec.Line _ -> Axis.NONE;
        };
    }

    @Override
    boolean prepared() {
        return moves != null;
    }

    @Override
    void prepare() {
        for (int from = 0; from < order.length; from += batch) {
            int[] some = Arrays.copyOfRange(order, from, Math.min(order.length, from + batch));
            batches.add(images.batch(some, manager));
        }
        moves = switch (wanted) {
            case PlaneSpec.Filters _ -> WeightMoves.alongFilters(engine, network, spec.seed());
            case PlaneSpec.Line _ -> {
                if (end == null) {
                    throw new IllegalStateException("a line has two ends");
                }
                yield WeightMoves.towards(engine, network, end);
            }
        };
    }

    @Override
    public Optional<String> leftOut() {
        return Optional.empty();
    }

    @Override
    int atOnce() {
        return 1;
    }

    @Override
    void compute(int[] indices) {
        if (moves == null) {
            throw new IllegalStateException("the work is not prepared");
        }
        for (int index : indices) {
            moves.to(first().at(index % first().count()), second().at(index / first().count()));
            try (FoldedNetwork folded = network.folded()) {
                // Others may ask the network between bits, so that it is home even if this one is given up.
                moves.home();
                measure(folded, index);
            }
        }
    }

    private void measure(Classifier model, int index) {
        ModelQueries queries = new ModelQueries(model, cancelled);
        int classes = model.classes();
        double loss = 0;
        double margin = 0;
        int correct = 0;
        for (Batch each : batches) {
            try (NDManager scratch = manager.newSubManager()) {
                float[] logits = logits(queries, model, each, scratch);
                for (int i = 0; i < each.size(); i++) {
                    LogitRow row = LogitRow.of(logits, i * classes, classes, each.label(i));
                    loss += row.loss();
                    margin += row.margin();
                    correct += row.predicted() == each.label(i) ? 1 : 0;
                }
            }
        }
        layers().loss()[index] = (float) (loss / order.length);
        layers().margin()[index] = (float) (margin / order.length);
        layers().outcome()[index] = (float) correct / order.length;
    }

    private float[] logits(ModelQueries queries, Classifier model, Batch images, NDManager scratch) {
        int[] all = new int[images.size()];
        Arrays.setAll(all, i -> i);
        Batch own = images.pick(all, scratch);
        if (wanted.attackSteps() == 0) {
            return queries.logits(own.images()).toFloatArray();
        }
        double share = AttackSpec.Pgd.steps(wanted.attackSteps()).step();
        PgdSpec pgd = new PgdSpec(spec.epsilon(), share * spec.epsilon(), wanted.attackSteps(), false);
        NDArray attacked = new PgdAttack(pgd).perturb(model, own);
        return queries.logits(attacked).toFloatArray();
    }

    @Override
    Surface finish() {
        SurfaceRoughness rough = new SurfaceRoughness(layers().loss(), first(), second());
        Roughness roughness = new Roughness(rough.first(), rough.second(), rough.jumps(), Double.NaN, Double.NaN, null);
        double loss = layers().loss()[layers().size() / 2];
        SurfaceReport report = new SurfaceReport(-1, -1, loss, -1, Double.NaN, null, roughness, layers().holes());
        return new Surface(report, null, layers());
    }

    @Override
    public void close() {
        if (moves != null) {
            moves.close();
        }
        manager.close();
    }
}
