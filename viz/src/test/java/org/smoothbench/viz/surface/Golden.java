package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Pictures that were looked at once and then kept, without texts. Sines and powers may end in another last bit on another
 * machine, which can move an edge by a pixel; so a few pixels may differ.
 */
final class Golden {
    private static final int MUCH = 24;
    private static final double SHARE = 0.004;

    private Golden() {}

    /** Compares pixels with {@code golden/NAME.png}; what was drawn lies in the build folder. */
    static void check(String name, int[] pixels, int width, int height) throws IOException {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(0, 0, width, height, pixels, 0, width);
        var folder = Files.createDirectories(Path.of("target", "pictures", "surface"));
        ImageIO.write(drawn, "png", folder.resolve(name + ".png").toFile());
        var file = Golden.class.getResource("golden/" + name + ".png");
        assertThat(file).as("the kept picture %s", name).isNotNull();
        var kept = ImageIO.read(file);
        assertThat(kept.getWidth()).isEqualTo(width);
        assertThat(kept.getHeight()).isEqualTo(height);
        var different = 0;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                different += difference(kept.getRGB(x, y), drawn.getRGB(x, y)) > MUCH ? 1 : 0;
            }
        }
        assertThat(different).as("pixels of %s that differ much", name).isLessThan((int) (SHARE * width * height));
    }

    static int difference(int one, int other) {
        var most = 0;
        for (var shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }
}
