package org.smoothbench.core.landscape.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.SmallCnnSpec;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/** Landscapes over the weights of a small network. */
final class WeightSurfaceTest {

    private static final SmallCnnSpec SMALL = new SmallCnnSpec(List.of(8), new Silu(), new InputNormalization.None());

    private final Ground ground = new Ground(6, 3, 40, 220);
    private final Network network = network(1);
    private final Network other = network(2);

    private Network network(long seed) {
        Network made = Network.create(
                ground.engine, SMALL, new ImageShape(Ground.CHANNELS, Ground.SIDE, Ground.SIDE), 3, seed);
        // Training moves running statistics from 0 and 1; a pass in training mode does.
        try (NDManager scratch = ground.engine.manager().newSubManager()) {
            Batch batch = ground.images().batch(new int[] {0, 1, 2, (int) (3 + seed % 3)}, scratch);
            var _ = made.forward(batch.images(), Pass.TRAINING);
        }
        return made;
    }

    @AfterEach
    void close() {
        network.close();
        other.close();
        ground.close();
    }

    private static Map<String, float[]> weights(Network network) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        network.state().all().forEach((name, array) -> weights.put(name, array.toFloatArray()));
        return weights;
    }

    private ExploredModel explored(Network one) {
        return new ExploredModel(one, one, ground.images());
    }

    private Surface surface(PlaneSpec plane, int grid, double range) {
        LandscapeSpec spec = new LandscapeSpec(plane, 8, grid, range, 0, 6, true, 3);
        return ground.surface(spec, explored(network), explored(other), 4);
    }

    /** The mean cross-entropy over all images, from the unfolded network's logits, in double precision. */
    private double loss(Network one) {
        try (NDManager scratch = ground.engine.manager().newSubManager()) {
            Batch batch = ground.images().batch(new int[] {0, 1, 2, 3, 4, 5}, scratch);
            float[] logits = one.logits(batch.images()).toFloatArray();
            double sum = 0;
            for (int i = 0; i < 6; i++) {
                double exponentials = 0;
                for (int c = 0; c < 3; c++) {
                    exponentials += Math.exp(logits[3 * i + c]);
                }
                sum += Math.log(exponentials) - logits[3 * i + batch.label(i)];
            }
            return sum / 6;
        }
    }

    @Test
    void filtersOfDirectionsAreAsLongAsTheNetworks() {
        int filters = 0;
        try (WeightMoves moves = WeightMoves.alongFilters(ground.engine, network, 3)) {
            for (Map.Entry<String, NDArray> each : network.state().all().entrySet()) {
                NDArray own = each.getValue();
                if (own.getShape().dimension() == 1) {
                    assertThat(moves.first(each.getKey())).as(each.getKey()).isEmpty();
                    continue;
                }
                float[] direction = moves.first(each.getKey()).orElseThrow().toFloatArray();
                float[] values = own.toFloatArray();
                int length = values.length / (int) own.getShape().get(0);
                for (int from = 0; from < values.length; from += length) {
                    assertThat(length(direction, from, length))
                            .as(each.getKey())
                            .isCloseTo(length(values, from, length), within(1e-5));
                    filters++;
                }
            }
        }
        assertThat(filters).isGreaterThan(8);
    }

    private static double length(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    @Test
    void theMiddleIsTheNetworkItselfWhichComesBack() {
        Map<String, float[]> before = weights(network);
        Surface surface = surface(new PlaneSpec.Filters(0), 5, 1);
        assertThat(surface.report().loss()).isCloseTo(loss(network), within(1e-5));
        assertThat(surface.layers().loss()[0]).isNotCloseTo((float) loss(network), within(1e-3f));
        for (float share : surface.layers().outcome()) {
            assertThat(share).isBetween(0f, 1f);
        }
        assertThat(weights(network)).usingRecursiveComparison().isEqualTo(before);
        assertThat(surface.plane()).isNull();
        Surface again = surface(new PlaneSpec.Filters(0), 5, 1);
        assertThat(again.layers().loss()).isEqualTo(surface.layers().loss());
    }

    /** An attacked loss is no smaller than the clean one anywhere, as the attack climbs from the image. */
    @Test
    void anAttackRaisesTheLoss() {
        Surface clean = surface(new PlaneSpec.Filters(0), 5, 1);
        Surface attacked = surface(new PlaneSpec.Filters(3), 5, 1);
        for (int i = 0; i < 25; i++) {
            assertThat(attacked.layers().loss()[i]).isGreaterThan(clean.layers().loss()[i] - 1e-4f);
        }
        assertThat(attacked.report().loss()).isGreaterThan(clean.report().loss() + 1e-3);
    }

    /** At 0 lies the first network, at 1 the second, with the running statistics of each. */
    @Test
    void aLineGoesFromOneNetworkToTheOther() {
        Surface line = surface(new PlaneSpec.Line(0), 7, 1.25);
        Axis axis = new Axis("", "", -0.25, 1.25, 7);
        assertThat(line.layers().rows()).isEqualTo(1);
        assertThat(axis.at(1)).isEqualTo(0);
        assertThat(axis.at(5)).isEqualTo(1);
        assertThat(line.layers().loss()[1]).isCloseTo((float) loss(network), within(1e-5f));
        assertThat(line.layers().loss()[5]).isCloseTo((float) loss(other), within(1e-5f));
        assertThat(line.report().roughness().second().count()).isZero();
        assertThat(List.of(line.report().roughness().first().count())).containsExactly(5);
    }
}
