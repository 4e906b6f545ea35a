package org.smoothbench.viz.palette;

import javafx.scene.paint.Color;

/** How eyes see colours: Machado, Oliveira and Fernandes' matrices for full deficiency, on linear RGB. */
public enum ColourVision {
    TRICHROMAT(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPE(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPE(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    @SuppressWarnings("ImmutableEnumChecker")
    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    /** The CIE76 distance; about 2 is just noticeable. */
    public double difference(Color one, Color other) {
        var a = lab(one);
        var b = lab(other);
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    private double[] lab(Color colour) {
        double[] linear = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
        var seen = new double[3];
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                seen[row] += matrix[3 * row + column] * linear[column];
            }
            seen[row] = Math.max(0, Math.min(1, seen[row]));
        }
        var x = cubeRoot((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        var y = cubeRoot(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        var z = cubeRoot((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double cubeRoot(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
