package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.ImageScaling.Imagenet;
import org.smoothbench.core.experiment.ImageScaling.Imagenet.Interpolation;

final class PhotographDecodingTest {

    private static final PhotographDecoding USUAL = new PhotographDecoding(new Imagenet(224));

    @TempDir
    Path folder;

    private ImageFile file(String format, BufferedImage image) throws IOException {
        Path path = folder.resolve("class").resolve("a." + format);
        Files.createDirectories(folder.resolve("class"));
        Files.write(path, ImageFiles.encoded(format, image));
        return new ImageFile(new FolderSource(folder), "class/a." + format, "class");
    }

    /** Red rises with the column, green with the row. */
    private static BufferedImage ramp(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 255 / (width - 1)) << 16 | (y * 255 / (height - 1)) << 8 | 7);
            }
        }
        return image;
    }

    @Test
    void theUsualRecipeScalesTo256For224() {
        assertThat(new Imagenet(224)).isEqualTo(new Imagenet(224, 256, 0.08, 1, 0.75, 4 / 3.0, Interpolation.BILINEAR));
    }

    @Test
    void aRandomPartIsWithinTheImageAndOfAnAllowedSizeAndShape() {
        ImageDecoder.Size size = new ImageDecoder.Size(500, 375);
        double smallest = 1;
        double largest = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Rectangle part = USUAL.randomPart(size, seed);
            assertThat(new Rectangle(500, 375).contains(part)).isTrue();
            double share = part.width * part.height / (500.0 * 375);
            double ratio = (double) part.width / part.height;
            // Sides are whole pixels, at least 106 long here, so shares and ratios are off by at most a hundredth.
            assertThat(share).isBetween(0.079, 1.0);
            assertThat(ratio).isBetween(0.74, 1.35);
            smallest = Math.min(smallest, share);
            largest = Math.max(largest, share);
        }
        assertThat(smallest).isLessThan(0.1);
        assertThat(largest).isGreaterThan(0.9);
        assertThat(USUAL.randomPart(size, 1)).isEqualTo(USUAL.randomPart(size, 1));
    }

    @Test
    void anImageTooNarrowForAnyPartGivesItsMiddle() {
        assertThat(USUAL.randomPart(new ImageDecoder.Size(1000, 10), 1)).isEqualTo(new Rectangle(493, 0, 13, 10));
        assertThat(USUAL.randomPart(new ImageDecoder.Size(6, 1000), 1)).isEqualTo(new Rectangle(0, 496, 6, 8));
        assertThat(USUAL.randomPart(new ImageDecoder.Size(1, 1), 1)).isEqualTo(new Rectangle(0, 0, 1, 1));
    }

    @Test
    void aTestImageIsTheMiddleOfTheScaledOne() throws IOException {
        PhotographDecoding decoding =
                new PhotographDecoding(new Imagenet(8, 10, 0.08, 1, 0.75, 1.3, Interpolation.BILINEAR));
        byte[] middle = new byte[8 * 8 * 3];
        decoding.decode(file("png", ramp(40, 20)), middle, 0);
        // 40 x 20 becomes 20 x 10, of which columns 6 to 13 and rows 1 to 8 are kept; a pixel averages 2 x 2 of a ramp,
        // more at its triangle's foot, and whole levels cut at most one off.
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                double column = (x + 6) * 2 + 0.5;
                double row = (y + 1) * 2 + 0.5;
                int at = (y * 8 + x) * 3;
                assertThat((middle[at] & 0xFF) - column * 255 / 39).isBetween(-1.5, 1.5);
                assertThat((middle[at + 1] & 0xFF) - row * 255 / 19).isBetween(-1.5, 1.5);
                assertThat(middle[at + 2]).isEqualTo((byte) 7);
            }
        }
    }

    @Test
    void aTrainingImageIsTheScaledPart() throws IOException {
        PhotographDecoding decoding = new PhotographDecoding(new Imagenet(8));
        ImageFile file = file("png", ramp(40, 20));
        Rectangle part = decoding.randomPart(new ImageDecoder.Size(40, 20), 3);
        byte[] expected = new byte[192];
        new Resampling(Interpolation.BILINEAR)
                .scale(ImageDecoder.decodePart(file, _ -> part), 8, 8, new Rectangle(8, 8), expected, 0);
        byte[] actual = new byte[200];
        decoding.decodeForTraining(file, 3, actual, 8);
        assertThat(Arrays.copyOfRange(actual, 8, 200)).isEqualTo(expected);
    }

    @Test
    void aPartOfAnImageHasThePixelsOfTheWhole() throws IOException {
        for (String format : new String[] {"png", "jpeg"}) {
            ImageFile file = file(format, ramp(60, 50));
            ImageDecoder.Pixels whole =
                    ImageDecoder.decodePart(file, size -> new Rectangle(size.width(), size.height()));
            ImageDecoder.Pixels part = ImageDecoder.decodePart(file, _ -> new Rectangle(13, 21, 17, 9));
            assertThat(part.width()).isEqualTo(17);
            for (int y = 0; y < 9; y++) {
                int start = ((y + 21) * 60 + 13) * 3;
                assertThat(Arrays.copyOfRange(part.bytes().array(), y * 51, y * 51 + 51))
                        .isEqualTo(Arrays.copyOfRange(whole.bytes().array(), start, start + 51));
            }
        }
    }

    @Test
    void jpegsHaveTheColoursOfGetRgb() throws IOException {
        ImageFile file = file("jpeg", ramp(33, 21));
        BufferedImage decoded = javax.imageio.ImageIO.read(
                folder.resolve("class").resolve("a.jpeg").toFile());
        assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ImageDecoder.decodePart(file, size -> new Rectangle(size.width(), size.height()))
                .bytes()
                .array();
        for (int i = 0; i < 33 * 21; i++) {
            int rgb = (pixels[3 * i] & 0xFF) << 16 | (pixels[3 * i + 1] & 0xFF) << 8 | (pixels[3 * i + 2] & 0xFF);
            assertThat(rgb).isEqualTo(decoded.getRGB(i % 33, i / 33) & 0xFFFFFF);
        }
    }

    @Test
    void refusesAnImageWhoseHeaderStatesAnAbsurdSize() throws IOException {
        ImageFile file = file("png", new BufferedImage(20_000, 5_001, BufferedImage.TYPE_BYTE_BINARY));
        assertThatThrownBy(() -> USUAL.decode(file, new byte[3 * 224 * 224], 0))
                .hasMessageContaining("is 20000x5001 pixels, more than a photograph has");
    }
}
