package org.smoothbench.viz.surface;

/** A half line in the {@link Box}: the origin, and the direction in which it goes. */
record Ray(double x, double y, double z, double dx, double dy, double dz) {
    double xAt(double t) {
        return x + t * dx;
    }

    double yAt(double t) {
        return y + t * dy;
    }

    double zAt(double t) {
        return z + t * dz;
    }
}
