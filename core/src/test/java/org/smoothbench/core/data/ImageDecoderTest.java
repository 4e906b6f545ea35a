package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smoothbench.core.data.ImageFiles.encoded;
import static org.smoothbench.core.data.ImageFiles.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.ProblemException;

final class ImageDecoderTest {

    @TempDir
    Path folder;

    @Test
    void keepsEveryPixelInItsPlace() throws IOException {
        BufferedImage image = noise();
        int[] levels = decode(encoded("png", image));
        for (int at = 0; at < 1024; at++) {
            int rgb = levels[3 * at] << 16 | levels[3 * at + 1] << 8 | levels[3 * at + 2];
            assertThat(rgb).isEqualTo(image.getRGB(at % 32, at / 32) & 0xFFFFFF);
        }
    }

    @Test
    void keepsTheLevelsOfGreyImages() throws IOException {
        for (String format : new String[] {"jpeg", "png"}) {
            BufferedImage grey = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY);
            Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 100);
            assertThat(decode(encoded(format, grey))).hasSize(36).containsOnly(100);
        }
    }

    @Test
    void takesTheUpperByteOfDeepGrey() throws IOException {
        BufferedImage grey = new BufferedImage(4, 3, BufferedImage.TYPE_USHORT_GRAY);
        Arrays.fill(((DataBufferUShort) grey.getRaster().getDataBuffer()).getData(), (short) 0xC812);
        assertThat(decode(encoded("png", grey))).containsOnly(0xC8);
    }

    @Test
    void readsPalettesAndOpaqueAlpha() throws IOException {
        byte[] palette = image("png", BufferedImage.TYPE_BYTE_INDEXED, 4, 3, 0xFFFF0000);
        assertThat(Arrays.copyOf(decode(palette), 3)).containsExactly(255, 0, 0);
        byte[] opaque = image("png", BufferedImage.TYPE_INT_ARGB, 4, 3, 0xFF0A141E);
        assertThat(Arrays.copyOf(decode(opaque), 3)).containsExactly(10, 20, 30);
    }

    @Test
    void refusesTransparentPixels() throws IOException {
        assertProblem(image("png", BufferedImage.TYPE_INT_ARGB, 4, 3, 0x800A141E), "has transparent pixels");
    }

    @Test
    void refusesCmyk() throws IOException {
        assertProblem(cmyk(), "is in print colours (CMYK)");
    }

    @Test
    void refusesTruncatedImages() throws IOException {
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] whole = encoded(format, noise());
            for (int length : new int[] {20, whole.length / 2, whole.length - 30}) {
                assertProblem(Arrays.copyOf(whole, length), "does not decode as an image");
            }
        }
    }

    @Test
    void refusesOtherContentWhateverTheName() throws IOException {
        assertProblem(new byte[0], "does not decode as an image");
        assertProblem("not an image".getBytes(StandardCharsets.UTF_8), "neither JPEG nor PNG");
        assertProblem(image("gif", BufferedImage.TYPE_BYTE_INDEXED, 4, 3, 0), "neither JPEG nor PNG");
    }

    private int[] decode(byte[] bytes) throws IOException {
        Files.write(folder.resolve("1.png"), bytes);
        ImageFile file = new ImageFile(new FolderSource(folder), "1.png", "class");
        ImageDecoder.Size size = ImageDecoder.size(file);
        byte[] pixels = new byte[(int) size.bytes()];
        ImageDecoder.decode(file, size, pixels, 0);
        int[] levels = new int[pixels.length];
        Arrays.setAll(levels, at -> pixels[at] & 0xFF);
        return levels;
    }

    private void assertProblem(byte[] bytes, String what) {
        assertThatThrownBy(() -> decode(bytes)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().what()).contains(what);
            assertThat(thrown.problem().where()).endsWith("1.png");
        });
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 1024; at++) {
            image.setRGB(at % 32, at / 32, at * 7919 * 104_729);
        }
        return image;
    }

    private static byte[] cmyk() throws IOException {
        Raster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 4, 3, 4, null);
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
