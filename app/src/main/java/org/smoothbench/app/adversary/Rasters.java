package org.smoothbench.app.adversary;

import org.smoothbench.core.probe.bench.Picture;
import org.smoothbench.viz.image.Raster;
import org.smoothbench.viz.image.SignedColours;

/** Pictures of the engine as the views draw them. */
final class Rasters {

    private Rasters() {}

    static Raster of(Picture picture) {
        return Raster.of(picture.channels(), picture.height(), picture.width(), picture.values());
    }

    /** What was changed, in signed colours. */
    static Raster change(Picture from, Picture to, int amplification, SignedColours colours) {
        return Raster.ofChange(to.channels(), to.height(), to.width(), to.minus(from), amplification, colours);
    }
}
