package org.smoothbench.core.landscape.compute;

import org.smoothbench.core.landscape.ImagePlane;

/** The plane of an image, or why there is none. */
sealed interface Found {

    /**
     * A plane.
     *
     * @param label the image's class
     * @param forecast of the cross-entropy by its gradient at the image
     * @param way the attack's
     * @param cosine of the angle between the directions
     */
    record Plane(ImagePlane plane, int label, LinearForecast forecast, AttackWay way, double cosine) implements Found {}

    /**
     * No plane.
     *
     * @param reason as one clause
     */
    record Nothing(String reason) implements Found {}
}
