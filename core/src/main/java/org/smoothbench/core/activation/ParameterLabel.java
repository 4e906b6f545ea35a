package org.smoothbench.core.activation;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Names of functions with a parameter: the bare name stands for the usual value. */
final class ParameterLabel {

    private ParameterLabel() {}

    static String of(String name, String parameter, double value, double usual) {
        return value == usual ? name : name + " (" + parameter + " = " + number(value) + ")";
    }

    private static String number(double value) {
        return new DecimalFormat("0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
