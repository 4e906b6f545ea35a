package org.smoothbench.core.landscape;

import java.util.List;

/**
 * A landscape.
 *
 * @param report what is said of it
 * @param surfaces in the order of the report's
 */
public record Landscape(LandscapeReport report, List<Surface> surfaces) {

    public Landscape {
        surfaces = List.copyOf(surfaces);
    }
}
