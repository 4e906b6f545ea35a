package org.smoothbench.viz.surface;

/**
 * A place on a surface that is marked by a ball. Immutable; any thread.
 *
 * @param label a word beside it, e.g. "x"; empty for none
 */
public record SurfaceMarker(PlanePoint at, String label, Kind kind) {
    /** What a marker stands for, which decides its colour. */
    public enum Kind {
        /** An image as it is. */
        CLEAN,
        /** An image that an attack made. */
        ADVERSARIAL
    }
}
