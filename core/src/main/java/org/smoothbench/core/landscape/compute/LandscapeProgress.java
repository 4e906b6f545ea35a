package org.smoothbench.core.landscape.compute;

/** Hears how far a landscape is. Called on the engine's thread. */
@FunctionalInterface
public interface LandscapeProgress {

    /**
     * Some more vertices are computed.
     *
     * @param surface which one is at work, counted from 0
     * @param surfaces how many there are
     * @param work the surface at work; ask it for a preview to keep one
     */
    void advanced(int surface, int surfaces, SurfaceWork work);
}
