package org.smoothbench.viz.surface;

import java.util.Optional;

/**
 * Judges a renderer by its first frames. The quickest of a few counts, since a window that is just opening has other things to
 * do. The very first are passed over: shaders are made then, and a pulse may run ahead of the frame before it. For one thread.
 */
final class FrameTimes {
    /** A frame that takes longer, in milliseconds, is no motion any more. */
    static final double SLOWEST = 100;

    private static final int PASSED_OVER = 2;
    private static final int ENOUGH = 6;
    /** Nobody is kept waiting for longer, in milliseconds. */
    private static final double PATIENCE = 1500;

    private int count;
    private double sum;
    private double quickest = Double.POSITIVE_INFINITY;

    /** Takes what a frame took, in milliseconds; the verdict once there is one. */
    Optional<RendererVerdict> add(double millis) {
        count++;
        sum += millis;
        if (count <= PASSED_OVER) {
            return Optional.empty();
        }
        quickest = Math.min(quickest, millis);
        if (count < ENOUGH && sum < PATIENCE) {
            return Optional.empty();
        }
        return Optional.of(
                quickest <= SLOWEST ? new RendererVerdict.Fast(quickest) : new RendererVerdict.Slow(quickest));
    }
}
