package org.smoothbench.app.activations;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.smoothbench.core.activation.Activation.Smoothness;

/** Numbers and classes as the page writes them. */
final class ActivationWords {

    private static final double ROUNDING = 1e-15;

    private ActivationWords() {}

    /** The class in its usual sign. */
    static String sign(Smoothness smoothness) {
        return switch (smoothness) {
            case C0 -> "C⁰";
            case C1 -> "C¹";
            case C_INFINITY -> "C∞";
        };
    }

    /** The class in words. */
    static String words(Smoothness smoothness) {
        return switch (smoothness) {
            case C0 -> "kink at 0";
            case C1 -> "once differentiable";
            case C_INFINITY -> "smooth";
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
        String pattern = size >= 1e6 || size < 1e-3
                ? "0.###E0"
                : size >= 1000 ? "0" : size >= 100 ? "0.#" : size >= 10 ? "0.##" : size >= 1 ? "0.###" : "0.#####";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value)
                .replace('E', 'e')
                .replace('-', '−');
    }

    /** The largest |f''|, and how f' fares at a kink. */
    static String curvature(ActivationFacts facts) {
        Peak peak = facts.curvature();
        if (facts.first().jumps()) {
            return "unbounded: f′ jumps by " + number(facts.first().jump()) + " at 0; elsewhere at most "
                    + number(peak.size());
        }
        return number(peak.size()) + (Math.abs(peak.at()) < ROUNDING ? " at 0" : " at x = " + number(peak.at()));
    }
}
