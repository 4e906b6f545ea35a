package org.smoothbench.viz.field;

import javafx.scene.paint.Color;

/** The construction of K. Moreland, "Diverging Color Maps for Scientific Visualization" (2009), section 5. */
final class Moreland {
    private static final double[] COOL = {0.230, 0.299, 0.754};
    private static final double[] WARM = {0.706, 0.016, 0.150};
    /** The white that the paper converts with, D65. */
    private static final double[] WHITE = {0.9505, 1, 1.089};

    private static final double MIDDLE = 88;

    private Moreland() {}

    /** The sRGB colour, each channel from 0 to 1, of a share from 0 to 1. */
    static double[] coolToWarm(double share) {
        var one = share < 0.5 ? msh(COOL) : msh(WARM);
        var part = share < 0.5 ? 2 * share : 2 - 2 * share;
        var magnitude = one[0] * (1 - part) + MIDDLE * part;
        var saturation = one[1] * (1 - part);
        // The neutral middle turns its hue, so that colours change as fast near it as elsewhere.
        var middleHue = turned(one, MIDDLE);
        var hue = one[2] * (1 - part) + middleHue * part;
        return rgb(new double[] {
            magnitude * Math.cos(saturation),
            magnitude * Math.sin(saturation) * Math.cos(hue),
            magnitude * Math.sin(saturation) * Math.sin(hue)
        });
    }

    private static double turned(double[] msh, double magnitude) {
        if (msh[0] >= magnitude) {
            return msh[2];
        }
        var turn = msh[1] * Math.sqrt(magnitude * magnitude - msh[0] * msh[0]) / (msh[0] * Math.sin(msh[1]));
        return msh[2] > -Math.PI / 3 ? msh[2] + turn : msh[2] - turn;
    }

    private static double[] msh(double[] rgb) {
        var lab = lab(rgb[0], rgb[1], rgb[2]);
        var magnitude = Math.sqrt(lab[0] * lab[0] + lab[1] * lab[1] + lab[2] * lab[2]);
        return new double[] {magnitude, Math.acos(lab[0] / magnitude), Math.atan2(lab[2], lab[1])};
    }

    /** CIELAB of an sRGB colour, for D65. */
    static double[] lab(double red, double green, double blue) {
        var r = linear(red);
        var g = linear(green);
        var b = linear(blue);
        var x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / WHITE[0]);
        var y = root((0.2126 * r + 0.7152 * g + 0.0722 * b) / WHITE[1]);
        var z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / WHITE[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    /** The CIE76 distance of two colours; 2.3 is just noticeable. */
    static double difference(double[] rgb, Color colour) {
        var one = lab(rgb[0], rgb[1], rgb[2]);
        var other = lab(colour.getRed(), colour.getGreen(), colour.getBlue());
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    private static double[] rgb(double[] lab) {
        var y = (lab[0] + 16) / 116;
        var x = WHITE[0] * unroot(y + lab[1] / 500);
        var z = WHITE[2] * unroot(y - lab[2] / 200);
        y = WHITE[1] * unroot(y);
        return new double[] {
            gamma(3.2406 * x - 1.5372 * y - 0.4986 * z),
            gamma(-0.9689 * x + 1.8758 * y + 0.0415 * z),
            gamma(0.0557 * x - 0.2040 * y + 1.0570 * z)
        };
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double gamma(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    private static double root(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }

    private static double unroot(double value) {
        return value > 0.2068966 ? value * value * value : (value - 16.0 / 116) / 7.787;
    }
}
