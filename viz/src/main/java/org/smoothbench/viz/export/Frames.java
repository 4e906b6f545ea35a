package org.smoothbench.viz.export;

import java.io.IOException;
import org.smoothbench.viz.chart.Raster;

/** The pictures of an animation, all of one size. Asked on the thread that saves them, some of them twice. */
public interface Frames {
    /** How many there are, 1 or more. */
    int count();

    /**
     * Draws one of them.
     *
     * @param index from 0
     * @throws IOException if it cannot be drawn; nothing is saved then
     */
    Raster frame(int index) throws IOException;
}
