package org.smoothbench.viz.surface;

import javafx.geometry.Point3D;

/**
 * One lamp over the eye's left shoulder, so that slopes look alike from wherever the surface is seen. Immutable; any thread.
 */
final class Light {
    /** Right, up and towards the eye. */
    private static final double[] LAMP = unit(-0.55, 0.75, 0.6);

    private static final double DARKEST = 0.54;
    private static final double BRIGHTEST = 1.05;
    private static final double GLOSS = 0.07;
    /** The cosine to the highlight is squared so often: a power of 32. */
    private static final int SQUARINGS = 5;

    private final double lampX;
    private final double lampY;
    private final double lampZ;
    private final double eyeX;
    private final double eyeY;
    private final double eyeZ;
    private final double halfX;
    private final double halfY;
    private final double halfZ;

    Light(Projection projection) {
        var axes = projection.axes();
        lampX = LAMP[0] * axes[0][0] + LAMP[1] * axes[1][0] + LAMP[2] * axes[2][0];
        lampY = LAMP[0] * axes[0][1] + LAMP[1] * axes[1][1] + LAMP[2] * axes[2][1];
        lampZ = LAMP[0] * axes[0][2] + LAMP[1] * axes[1][2] + LAMP[2] * axes[2][2];
        eyeX = axes[2][0];
        eyeY = axes[2][1];
        eyeZ = axes[2][2];
        var half = unit(lampX + eyeX, lampY + eyeY, lampZ + eyeZ);
        halfX = half[0];
        halfY = half[1];
        halfZ = half[2];
    }

    /** Where the light goes, as JavaFX 3-D has it: y downwards, z away from the eye. */
    static Point3D direction() {
        return new Point3D(-LAMP[0], LAMP[1], LAMP[2]);
    }

    /** How bright a piece of surface with this normal is: 1 is its own colour, above it shines. */
    float shade(double normalX, double normalY, double normalZ) {
        // Seen from below, the other side is meant.
        var side = normalX * eyeX + normalY * eyeY + normalZ * eyeZ < 0 ? -1 : 1;
        var lit = side * (normalX * lampX + normalY * lampY + normalZ * lampZ);
        var mirrored = side * (normalX * halfX + normalY * halfY + normalZ * halfZ);
        var gloss = mirrored > 0.7 ? GLOSS * sharpened(mirrored) : 0;
        return (float) (DARKEST + (BRIGHTEST - DARKEST) * (0.5 + 0.5 * lit) + gloss);
    }

    private static double sharpened(double cosine) {
        var power = cosine;
        for (var i = 0; i < SQUARINGS; i++) {
            power *= power;
        }
        return power;
    }

    private static double[] unit(double x, double y, double z) {
        var length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }
}
