package org.smoothbench.viz.export;

import java.io.IOException;
import java.util.function.IntFunction;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Raster;

/**
 * Pictures that are drawings, such as an orbit around a surface.
 *
 * @param count how many there are, 1 or more
 * @param drawings the drawing of an index from 0, all of one size; asked on the thread that saves
 * @param scale pixels per logical pixel
 */
public record DrawnFrames(int count, IntFunction<? extends Drawing> drawings, double scale) implements Frames {
    @Override
    public Raster frame(int index) throws IOException {
        var picture = PixelSurface.picture(drawings.apply(index), scale);
        var width = picture.getWidth();
        var height = picture.getHeight();
        return Raster.of(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }
}
