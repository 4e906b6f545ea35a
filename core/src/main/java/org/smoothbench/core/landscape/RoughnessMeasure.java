package org.smoothbench.core.landscape;

import java.util.List;
import java.util.function.ToLongFunction;
import org.smoothbench.core.smoothness.Distribution;

/** The figures of a surface's roughness, as tables and panels show them. Of all of them, smaller is smoother. */
public enum RoughnessMeasure {
    /** The largest second difference along the first axis. */
    FIRST_MAX("second difference along a, largest", Formula.BENDING, "largest " + Formula.SECOND),
    /** The 99 % quantile along the first axis. */
    FIRST_99("second difference along a, 99 %", Formula.BENDING, "99 % quantile of " + Formula.SECOND),
    /** The 90 % quantile along the first axis. */
    FIRST_90("second difference along a, 90 %", Formula.BENDING, "90 % quantile of " + Formula.SECOND),
    /** The median along the first axis. */
    FIRST_50("second difference along a, median", Formula.BENDING, "median of " + Formula.SECOND),
    /** The largest second difference along the second axis. */
    SECOND_MAX("second difference along b, largest", Formula.BENDING, "largest " + Formula.SECOND),
    /** The 99 % quantile along the second axis. */
    SECOND_99("second difference along b, 99 %", Formula.BENDING, "99 % quantile of " + Formula.SECOND),
    /** The 90 % quantile along the second axis. */
    SECOND_90("second difference along b, 90 %", Formula.BENDING, "90 % quantile of " + Formula.SECOND),
    /** The median along the second axis. */
    SECOND_50("second difference along b, median", Formula.BENDING, "median of " + Formula.SECOND),
    /** Jumps of the slope. */
    JUMPS(
            "jumps of the slope",
            "",
            "places where the slope changes by over 0.1 of the mean slope and 3 times what it changes beside"),
    /** Their share of the places where there could be one. */
    JUMP_SHARE("jumps, share of places", "", "jumps over places where one could be"),
    /** How far the loss is from linear. */
    LINEARITY(
            "local linearity error",
            "nats",
            "largest |l(x + d) - l(x) - d.g(x)| over vertices within the budget (Qin et al. 2019)"),
    /** How the loss bends along the first direction at the image. */
    CURVATURE(
            "curvature along a at the image", Formula.BENDING, "|l(x + h u) - 2 l(x) + l(x - h u)| / h^2, h = 0.1 eps"),
    /** Sign changes on the way of the attack. */
    KINKS("kinks crossed on the attack's way", "", "inputs of activations that change sign, summed over steps"),
    /** Differences in sign between image and adversarial example. */
    KINKS_NET("kinks between x and x'", "", "inputs of activations that differ in sign at x and x'"),
    /** The same as a share of all inputs of activations, so that networks of other size can be compared. */
    KINK_SHARE("kinks between x and x', share", "", "the same over all inputs of activations");

    /** What the formulas have in common. */
    private static final class Formula {
        static final String BENDING = "nats/eps^2";
        static final String SECOND = "|l(i+1) - 2 l(i) + l(i-1)| / h^2";

        private Formula() {}
    }

    private final String label;
    private final String unit;
    private final String formula;

    RoughnessMeasure(String label, String unit, String formula) {
        this.label = label;
        this.unit = unit;
        this.formula = formula;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }

    /** The unit for axes in budgets; empty for pure numbers. Over weights, eps stands for the axes' own unit. */
    public String unit() {
        return unit;
    }

    /** How it is computed, in one line of text. */
    public String formula() {
        return formula;
    }

    /** The figure of one surface; NaN where it was not measured. */
    public double of(Roughness roughness) {
        return switch (this) {
            case FIRST_MAX -> roughness.first().max();
            case FIRST_99 -> roughness.first().highest();
            case FIRST_90 -> roughness.first().high();
            case FIRST_50 -> roughness.first().median();
            case SECOND_MAX -> roughness.second().max();
            case SECOND_99 -> roughness.second().highest();
            case SECOND_90 -> roughness.second().high();
            case SECOND_50 -> roughness.second().median();
            case JUMPS ->
                roughness.jumps().places() == 0 ? Double.NaN : roughness.jumps().count();
            case JUMP_SHARE -> roughness.jumps().share();
            case LINEARITY -> roughness.linearity();
            case CURVATURE -> Math.abs(roughness.curvature());
            case KINKS -> kinks(roughness, Roughness.Kinks::total);
            case KINKS_NET -> kinks(roughness, Roughness.Kinks::net);
            case KINK_SHARE -> kinks(roughness, Roughness.Kinks::net) / kinks(roughness, Roughness.Kinks::inputs);
        };
    }

    private static double kinks(Roughness roughness, ToLongFunction<Roughness.Kinks> count) {
        Roughness.Kinks kinks = roughness.kinks();
        return kinks == null ? Double.NaN : count.applyAsLong(kinks);
    }

    /** How the figure is spread over surfaces. */
    public Distribution over(List<Roughness> surfaces) {
        return Distribution.of(surfaces.stream().mapToDouble(this::of).toArray());
    }
}
