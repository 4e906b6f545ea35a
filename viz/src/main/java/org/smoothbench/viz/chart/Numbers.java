package org.smoothbench.viz.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes numbers the way a person reads them, in every locale alike. */
final class Numbers {
    private static final int SIGNIFICANT_DIGITS = 4;

    private Numbers() {}

    /** A single value: whole numbers in full, others with four significant digits; "–" for NaN. */
    static String reading(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        var size = Math.abs(value);
        if (size >= 1e10 || (size < 1e-3 && size > 0)) {
            return format("0.###E0", value);
        }
        if (value == Math.rint(value)) {
            return fixed(value, 0);
        }
        var digitsBefore = (int) Math.floor(Math.log10(size)) + 1;
        return fixed(value, Math.max(0, Math.min(SIGNIFICANT_DIGITS, SIGNIFICANT_DIGITS - digitsBefore)));
    }

    /**
     * One of a row of ticks: as many decimals as their distance needs, all with the same suffix.
     *
     * @param step the distance of the ticks
     * @param largest the largest absolute value among them
     */
    static String tick(double value, double step, double largest) {
        if (largest >= 1e10 || (largest < 1e-3 && largest > 0)) {
            return value == 0 ? "0" : format("0.##E0", value);
        }
        if (largest >= 1e7 && step >= 1e4) {
            return value == 0 ? "0" : fixed(value / 1e6, decimals(step / 1e6)) + "M";
        }
        if (largest >= 1e4 && step >= 100) {
            return value == 0 ? "0" : fixed(value / 1e3, decimals(step / 1e3)) + "k";
        }
        return fixed(value, decimals(step));
    }

    /** One of the ticks of a logarithmic axis, a digit times a power of ten: each as short as it can be. */
    static String logTick(double value) {
        if (value >= 1e-3 && value < 1e4) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        return value >= 1e4 && value < 1e6 ? fixed(value / 1e3, 0) + "k" : format("0.##E0", value);
    }

    /** A weight from 0 to 0.999, as short as it can be. */
    static String weight(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static int decimals(double step) {
        return (int) Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
    }

    private static String fixed(double value, int decimals) {
        var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
    }

    private static String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value)
                .replace('E', 'e');
    }
}
