package org.smoothbench.core.landscape.compute;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.landscape.SurfacePreview;

/**
 * A surface that is computed bit by bit, so that something else can be done in between. Which bits there are follows from the
 * specification and the size of batches alone. Belongs to the engine's thread; closing it frees tensors, not models.
 */
public abstract sealed class SurfaceWork implements AutoCloseable permits ImageSurfaceWork, WeightSurfaceWork {

    private final Axis first;
    private final Axis second;
    private final VertexOrder order;
    private final Layers layers;
    private int done;
    private @Nullable Surface surface;

    /** Work on a surface nothing is known of. */
    SurfaceWork(Axis first, Axis second) {
        this.first = first;
        this.second = second;
        this.order = new VertexOrder(first.count(), second.count());
        this.layers = Layers.unknown(first.count(), second.count());
    }

    /** The axis of the columns. */
    public final Axis first() {
        return first;
    }

    /** The axis of the rows. */
    public final Axis second() {
        return second;
    }

    /** The values so far: NaN where nothing is known yet; shared, not copied. */
    public final Layers layers() {
        return layers;
    }

    /** How many vertices are computed. */
    public final int done() {
        return done;
    }

    /** How many vertices there are. */
    public final int vertices() {
        return order.size();
    }

    /** What can be shown so far. */
    public final SurfacePreview preview() {
        boolean quickLook = done < order.size() && done >= order.coarse();
        Layers shown = quickLook ? layers.thinned(order.stride()) : layers.copy();
        return new SurfacePreview(
                shown, thinned(first, shown.columns()), thinned(second, shown.rows()), done, order.size());
    }

    private static Axis thinned(Axis axis, int count) {
        return new Axis(axis.label(), axis.unit(), axis.from(), axis.to(), count);
    }

    /** Goes on behind vertices that are in the layers already. */
    final void resume(int vertices) {
        done = vertices;
    }

    /**
     * Does the next bit: prepares, computes a batch of vertices, or looks at the result.
     *
     * @return whether there is more to do
     * @throws java.util.concurrent.CancellationException if the caller gave up
     */
    public final boolean advance() {
        if (!prepared()) {
            prepare();
            return leftOut().isEmpty();
        }
        if (done < order.size()) {
            int count = Math.min(atOnce(), order.size() - done);
            int[] indices = new int[count];
            for (int i = 0; i < count; i++) {
                indices[i] = order.at(done + i);
            }
            compute(indices);
            done += count;
            return true;
        }
        surface = finish();
        return false;
    }

    /** Whether the surface can begin. */
    abstract boolean prepared();

    /** Finds what the surface is drawn over. */
    abstract void prepare();

    /** How many vertices make a bit. */
    abstract int atOnce();

    /** Fills the layers at some vertices. */
    abstract void compute(int[] indices);

    /** Looks at all layers. */
    abstract Surface finish();

    /** Why there is no such surface; empty if there is one, or while it is not known. */
    public abstract Optional<String> leftOut();

    /**
     * The surface.
     *
     * @throws IllegalStateException if there is more to do, or no such surface
     */
    public final Surface surface() {
        if (surface == null) {
            throw new IllegalStateException("the surface is not finished");
        }
        return surface;
    }

    @Override
    public abstract void close();
}
