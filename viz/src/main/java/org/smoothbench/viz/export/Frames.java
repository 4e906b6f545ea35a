package org.smoothbench.viz.export;

import java.io.IOException;
import java.util.function.IntFunction;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Raster;

/** The pictures of an animation, all of one size. Asked on the thread that saves them, some of them twice. */
public interface Frames {
    /**
     * Drawings one after the other.
     *
     * @param count how many, 1 or more
     * @param scale pixels for a logical pixel
     * @param drawing the one of an index, all of one size
     */
    static Frames of(int count, double scale, IntFunction<Drawing> drawing) {
        return new Frames() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public Raster frame(int index) throws IOException {
                var picture = PixelSurface.picture(drawing.apply(index), scale);
                var width = picture.getWidth();
                var height = picture.getHeight();
                return Raster.of(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
            }
        };
    }

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
