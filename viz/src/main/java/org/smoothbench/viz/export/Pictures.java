package org.smoothbench.viz.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.smoothbench.viz.chart.Raster;

/** Rasters as Java's own pictures and as files. */
final class Pictures {
    private Pictures() {}

    static BufferedImage of(Raster raster) {
        var argb = raster.argb();
        var isOpaque = Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xff);
        var picture = new BufferedImage(
                raster.width(), raster.height(), isOpaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, raster.width(), raster.height(), argb, 0, raster.width());
        return picture;
    }

    static void png(BufferedImage picture, OutputStream out) throws IOException {
        if (!ImageIO.write(picture, "png", out)) {
            throw new IOException("this Java cannot write PNG");
        }
    }

    /** The picture inside an address, as web pages hold it. */
    static String dataAddress(Raster raster) throws IOException {
        var png = new ByteArrayOutputStream();
        png(of(raster), png);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
