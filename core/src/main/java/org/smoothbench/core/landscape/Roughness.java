package org.smoothbench.core.landscape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rough one surface is. Lengths are in units of the axes: budgets for images. Numbers that were not measured, or that a
 * surface with holes does not have, are NaN.
 *
 * @param first second differences along the first axis
 * @param second second differences along the second axis
 * @param jumps places where the slope jumps
 * @param linearity how far the loss is from linear within the budget, in nats: the largest
 *     |l(x + d) - l(x) - d.g(x)| over the vertices x + d within the budget (Qin et al. 2019), which a search over all of the
 *     budget can only exceed
 * @param curvature second derivative of the loss along the first direction at the image, by differences of a tenth of a
 *     budget, in nats per square budget
 * @param kinks how many activations change sign on the way of the attack; none where it was not looked at
 */
public record Roughness(
        SecondDifferences first,
        SecondDifferences second,
        Jumps jumps,
        double linearity,
        double curvature,
        @Nullable Kinks kinks) {

    /** Of a surface that is not measured. */
    public static final Roughness UNKNOWN = new Roughness(
            SecondDifferences.UNKNOWN,
            SecondDifferences.UNKNOWN,
            new Jumps(0, 0, Double.NaN, 0),
            Double.NaN,
            Double.NaN,
            null);

    /**
     * Absolute second differences |l(i+1) - 2 l(i) + l(i-1)| / h^2 of the loss along one axis, in nats per square unit. Those
     * that touch a vertex without a finite number are left out. The loss comes from single precision: about
     * 1e-6 / h^2 of each is rounding.
     *
     * @param count how many there are
     * @param leftOut how many were left out
     * @param median half are less
     * @param high nine tenths are less
     * @param highest all but a hundredth are less
     * @param max the largest
     */
    public record SecondDifferences(int count, int leftOut, double median, double high, double highest, double max) {

        /** Not measured. */
        static final SecondDifferences UNKNOWN =
                new SecondDifferences(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Places where the slope of the loss along an axis jumps, as at a kink. With d(i) the change of slope at vertex i of a
     * grid line, a jump lies between or at i and i+1 where |d(i) + d(i+1)| is
     * <ul>
     *   <li>more than a tenth of the mean absolute slope of the surface, so that no scale of the loss matters, and
     *   <li>more than three times |d(i-1)| + |d(i+2)|, which are about as large wherever the slope only
     *       bends: on a smooth surface the quotient goes to 1 as the grid gets finer, at a lone kink it grows without bound.
     * </ul>
     * Kinks less than about four spacings apart hide each other and count as bending: the number is of use between surfaces
     * of the same grid and range, and is a lower bound of kinks.
     *
     * @param count how many were found along both axes
     * @param places at how many places one could have been
     * @param meanSlope the mean absolute slope of the surface along both axes, in nats per unit
     * @param largest the largest jump over the mean slope; 0 if there is none
     */
    public record Jumps(int count, int places, double meanSlope, double largest) {

        /** The share of places with a jump; NaN if there are none. */
        public double share() {
            return places == 0 ? Double.NaN : (double) count / places;
        }
    }

    /**
     * Inputs of activations that change sign on the way from the image by all iterates to the last.
     *
     * @param inputs how many inputs of activations there are
     * @param steps how many change sign from the image to the start, then in each step
     * @param net how many differ in sign between the image and the last iterate
     */
    public record Kinks(long inputs, List<Long> steps, long net) {

        public Kinks {
            steps = List.copyOf(steps);
        }

        /** How often an input changes sign on the whole way. */
        public long total() {
            return steps.stream().mapToLong(Long::longValue).sum();
        }
    }
}
