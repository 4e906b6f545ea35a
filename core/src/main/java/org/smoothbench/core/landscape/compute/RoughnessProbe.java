package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.Roughness;
import org.smoothbench.core.landscape.SurfaceRoughness;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.smoothness.KinkCount;

/** Measures how rough the surface of one image is, with a few more questions to the model. */
final class RoughnessProbe {

    /** How far apart the three points are that the curvature comes from, in budgets. */
    static final double CURVATURE_STEP = 0.1;

    /** What rounding may add to a pixel's distance from the image. */
    private static final double ROUNDING = 1e-6;

    /** Pairs of images that are compared in one pass. */
    private static final int PAIRS = 32;

    private final TorchEngine engine;
    private final LandscapeSpec spec;
    private final ExploredModel model;

    RoughnessProbe(TorchEngine engine, LandscapeSpec spec, ExploredModel model) {
        this.engine = engine;
        this.spec = spec;
        this.model = model;
    }

    Roughness measure(Found.Plane found, PlaneQueries queries, Layers layers, Axis first, Axis second) {
        SurfaceRoughness rough = new SurfaceRoughness(layers.loss(), first, second);
        return new Roughness(
                rough.first(),
                rough.second(),
                rough.jumps(),
                linearity(found, layers, first, second),
                curvature(queries),
                kinks(found));
    }

    /** The largest error of linearity over vertices within the budget; NaN if the loss of one is no number. */
    private double linearity(Found.Plane found, Layers layers, Axis first, Axis second) {
        ImagePlane plane = found.plane();
        double center = layers.loss()[layers.size() / 2];
        double largest = 0;
        for (int row = 0; row < layers.rows(); row++) {
            for (int column = 0; column < layers.columns(); column++) {
                float[] there = plane.at(first.at(column), second.at(row), spec.clip());
                double expected = found.forecast().change(there, spec.radius() + ROUNDING);
                if (!Double.isNaN(expected)) {
                    double change = layers.loss()[layers.index(column, row)] - center;
                    largest = Math.max(largest, Math.abs(change - expected));
                }
            }
        }
        return largest;
    }

    private static double curvature(PlaneQueries queries) {
        float h = (float) CURVATURE_STEP;
        LogitRow[] rows = queries.at(new float[] {-h, 0, h}, new float[3]);
        return (rows[2].loss() - 2 * rows[1].loss() + rows[0].loss()) / ((double) h * h);
    }

    private Roughness.@Nullable Kinks kinks(Found.Plane found) {
        Network network = model.network();
        if (network == null) {
            return null;
        }
        List<float[]> from = new ArrayList<>();
        from.add(found.plane().image());
        from.addAll(found.way().toTheExample());
        List<float[]> to = new ArrayList<>(from.subList(1, from.size()));
        to.add(found.plane().image());
        // The last pair is that of the example and the image.
        List<Long> crossed = new ArrayList<>();
        long inputs = 0;
        for (int begin = 0; begin < from.size(); begin += PAIRS) {
            int end = Math.min(from.size(), begin + PAIRS);
            try (NDManager scratch = engine.manager().newSubManager()) {
                ImagePlane.Shape shape = found.plane().shape();
                KinkCount count = KinkCount.between(
                        network,
                        ImageTensors.images(from.subList(begin, end), shape, scratch),
                        ImageTensors.images(to.subList(begin, end), shape, scratch));
                for (int pair = 0; pair < end - begin; pair++) {
                    crossed.add(count.crossed(pair));
                }
                inputs = count.inputs();
            }
        }
        return new Roughness.Kinks(inputs, crossed.subList(0, crossed.size() - 1), crossed.getLast());
    }
}
