package org.smoothbench.app.activations;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.smoothbench.core.activation.Activation.Smoothness;

/** Numbers and classes as the page writes them. */
final class ActivationWords {

    private static final double ROUNDING = 1e-15;
    private static final MathContext DIGITS = new MathContext(4);

    private ActivationWords() {}

    /** The class in a sign and a word; the paper calls C¹ smooth. */
    static String badge(ActivationFacts facts) {
        String claim = switch (facts.smoothness()) {
            case C0 -> "C⁰ kinked";
            case C1 -> "C¹ smooth";
            case C_INFINITY -> "C∞ smooth";
        };
        return facts.contradicted() ? claim + "? Limits differ" : claim;
    }

    /** The class as a sentence. */
    static String explained(Smoothness smoothness) {
        return switch (smoothness) {
            case C0 -> "Continuous, with a jump of f′ at 0";
            case C1 -> "Once continuously differentiable, with a jump of f″ at 0";
            case C_INFINITY -> "Differentiable as often as one likes";
        };
    }

    /** Four significant digits. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size < ROUNDING) {
            return "0";
        }
        String text = size >= 1e6 || size < 1e-3
                ? new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(value)
                        .replace('E', 'e')
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
        return text.replace('-', '−');
    }

    /** The largest |f''|, and how f' fares at a kink. */
    static String curvature(ActivationFacts facts) {
        Peak peak = facts.curvature();
        if (facts.first().jumps()) {
            return "unbounded: f′ jumps by " + number(facts.first().jump()) + " at 0; elsewhere at most "
                    + number(peak.size());
        }
        return number(peak.size()) + " " + place(peak, facts.second());
    }

    /** Where a peak lies; one at 0 may be a limit from one side. */
    static String place(Peak peak, ZeroLimits atZero) {
        if (Math.abs(peak.at()) > ROUNDING) {
            return "at x = " + number(peak.at());
        }
        if (!atZero.jumps()) {
            return "at 0";
        }
        double left = Math.abs(atZero.left());
        double right = Math.abs(atZero.right());
        return left == right ? "on both sides of 0" : left > right ? "just below 0" : "just above 0";
    }
}
