package org.smoothbench.viz.surface;

/** Places from which a surface is usually looked at. */
public enum CameraPreset {
    /** From above, as a map: a to the right, b upwards. */
    TOP,
    /** From a corner; where a view begins. */
    ISO,
    /** Along b, from the level of the floor. */
    FRONT;

    /** The place as a pose. */
    public CameraPose pose() {
        return switch (this) {
            case TOP -> new CameraPose(0, 90, 1.15, 0, 0);
            case ISO -> new CameraPose(-38, 27, 1, 0, 0);
            case FRONT -> new CameraPose(0, 0, 1, 0, 0);
        };
    }
}
