package org.smoothbench.core.data;

/**
 * SplitMix64 (Steele, Lea and Flood 2014), written out.
 *
 * <p>The library's generators promise their bits only in part (bounded integers and Gaussians may change between Java
 * releases), and the sample images, splits and augmentations must come out the same for good.
 */
public final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    /** The stream with this number under a seed; streams of one seed do not depend on each other's use. */
    public static SeededRandom stream(long seed, long number) {
        return new SeededRandom(seed(seed, number));
    }

    /** The seed with this number under a seed. */
    public static long seed(long seed, long number) {
        return mix(seed + GOLDEN_GAMMA * mix(number + GOLDEN_GAMMA));
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double fraction() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** A number from {@code low} (inclusive) to {@code high} (exclusive). */
    public double between(double low, double high) {
        return low + (high - low) * fraction();
    }

    /** An integer from 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound) {
        return (int) (fraction() * bound);
    }

    /** A bell-shaped number with mean 0 and standard deviation 1, never beyond 3.5. */
    public double bell() {
        // Four uniforms instead of a logarithm and a cosine: near enough to a Gaussian, and exact on every machine.
        double sum = fraction() + fraction() + fraction() + fraction() - 2.0;
        return sum * 1.7320508075688772;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
