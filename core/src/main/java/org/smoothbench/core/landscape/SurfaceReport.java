package org.smoothbench.core.landscape;

import org.jspecify.annotations.Nullable;

/**
 * What is said of one surface.
 *
 * @param image the index of the test image; -1 where the surface is a mean over images
 * @param label its class; -1 where there is none
 * @param loss cross-entropy in the middle, in nats
 * @param predicted the class predicted there; -1 where there is none
 * @param cosine of the angle between the two directions, 0 at right angles; NaN over weights
 * @param path the way of an attack; none over weights
 * @param roughness how rough the cross-entropy is
 * @param holes how many vertices have a cross-entropy or a margin that is no finite number
 */
public record SurfaceReport(
        int image,
        int label,
        double loss,
        int predicted,
        double cosine,
        @Nullable AttackPath path,
        Roughness roughness,
        int holes) {}
