package org.smoothbench.app.landscape;

import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.viz.image.Raster;

/** Images of landscapes as pictures. */
final class PixelRasters {

    private PixelRasters() {}

    /**
     * A picture.
     *
     * @param pixels row by row, pixel by pixel, channel last; what leaves [0, 1] is shown as its nearer end
     */
    static Raster of(ImagePlane.Shape shape, float[] pixels) {
        int plane = shape.height() * shape.width();
        float[] byChannel = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            byChannel[i % shape.channels() * plane + i / shape.channels()] = pixels[i];
        }
        return Raster.of(shape.channels(), shape.height(), shape.width(), byChannel);
    }
}
