package org.smoothbench.core.evaluation;

/**
 * How many of how many, with the interval that holds the true share in 95 of 100 samples (Wilson 1927), which stays inside
 * [0, 1] and is right for small samples, too.
 *
 * @param count how many
 * @param of of how many
 * @param share their ratio, 0 to 1
 * @param low the lower end of the interval
 * @param high the upper end
 */
public record Share(int count, int of, double share, double low, double high) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** A share with its interval; of nothing, everything is possible. */
    public static Share of(int count, int of) {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of + " cannot be");
        }
        if (of == 0) {
            return new Share(0, 0, 0, 0, 1);
        }
        double n = of;
        double p = count / n;
        double center = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        // At the ends the interval touches 0 and 1 exactly; rounding must not move it away.
        double low = count == 0 ? 0 : center - half;
        double high = count == of ? 1 : center + half;
        return new Share(count, of, p, low, high);
    }
}
