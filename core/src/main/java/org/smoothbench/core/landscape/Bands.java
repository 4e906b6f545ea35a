package org.smoothbench.core.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.smoothbench.core.smoothness.Distribution;

/**
 * A layer over several surfaces, vertex by vertex. Vertices without a finite number are left out; where none is left the
 * bands are NaN. The arrays are shared, not copied, and lie as {@link Layers} does.
 */
public final class Bands {

    private final float[] mean;
    private final float[] low;
    private final float[] median;
    private final float[] high;

    private Bands(int vertices) {
        mean = new float[vertices];
        low = new float[vertices];
        median = new float[vertices];
        high = new float[vertices];
    }

    /**
     * The bands of surfaces.
     *
     * @param layer which, such as {@code Layers::loss}
     */
    public static Bands of(List<Surface> surfaces, Function<Layers, float[]> layer) {
        List<float[]> values =
                surfaces.stream().map(surface -> layer.apply(surface.layers())).toList();
        Bands bands = new Bands(values.isEmpty() ? 0 : values.getFirst().length);
        double[] here = new double[values.size()];
        for (int vertex = 0; vertex < bands.mean.length; vertex++) {
            int at = vertex;
            Arrays.setAll(here, i -> values.get(i)[at]);
            bands.set(vertex, Distribution.of(here));
        }
        return bands;
    }

    private void set(int vertex, Distribution values) {
        boolean none = values.count() == 0;
        mean[vertex] = none ? Float.NaN : (float) values.mean();
        low[vertex] = none ? Float.NaN : (float) values.low();
        median[vertex] = none ? Float.NaN : (float) values.median();
        high[vertex] = none ? Float.NaN : (float) values.high();
    }

    /** The mean. */
    public float[] mean() {
        return mean;
    }

    /** The 10 % quantile. */
    public float[] low() {
        return low;
    }

    /** The median. */
    public float[] median() {
        return median;
    }

    /** The 90 % quantile. */
    public float[] high() {
        return high;
    }
}
