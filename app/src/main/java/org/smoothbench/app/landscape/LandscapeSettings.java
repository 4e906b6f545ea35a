package org.smoothbench.app.landscape;

import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;

/** What follows from a specification of a landscape. */
final class LandscapeSettings {

    /** A grid this fine is ready in seconds for one image. */
    private static final int FINEST_QUICK_GRID = 201;

    private LandscapeSettings() {}

    /** Whether images are moved, and not weights. */
    static boolean ofImages(LandscapeSpec spec) {
        return spec.plane() instanceof PlaneSpec.OfImages;
    }

    /** Whether it is computed while somebody waits: in the window's process, without a process of its own. */
    static boolean quick(LandscapeSpec spec) {
        return ofImages(spec) && spec.images() == 1 && spec.grid() <= FINEST_QUICK_GRID;
    }

    /** The same over so many test images. */
    static LandscapeSpec over(LandscapeSpec spec, int images) {
        return new LandscapeSpec(
                spec.plane(),
                spec.epsilon(),
                spec.grid(),
                spec.range(),
                spec.image(),
                images,
                spec.clip(),
                spec.seed());
    }
}
