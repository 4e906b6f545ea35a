package org.smoothbench.viz.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.field.ColourMap;

/** Saves sequences of pictures and reads the files with somebody else's code. */
class AnimationExportTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    private static final int COUNT = 18;

    /** A colour map that moves to the right on dark grey. */
    private static final Frames FRAMES = frames(COUNT, (frame, x, y) -> {
        if (y < 8) {
            return 0xff24292f;
        }
        var share = (x + frame) % WIDTH / (double) WIDTH;
        return (ColourMap.VIRIDIS.argb(share) & ~0xff) | (y * 6);
    });

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private interface Pixel {
        int argb(int frame, int x, int y);
    }

    private static Frames frames(int count, Pixel pixel) {
        return new Frames() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public Raster frame(int index) {
                return Raster.of(WIDTH, HEIGHT, (x, y) -> 0xff000000 | pixel.argb(index, x, y));
            }
        };
    }

    @Test
    void aGifHasAllFramesTheirDelaysAndLoops() throws IOException {
        AnimationExport.write(FRAMES, new AnimationFormat.Gif(12.5, true), folder.resolve("a.gif"));

        var gif = read(folder.resolve("a.gif"));
        assertThat(gif.pictures()).hasSize(COUNT).allMatch(one -> one.getWidth() == WIDTH && one.getHeight() == HEIGHT);
        assertThat(gif.delays()).hasSize(COUNT).containsOnly("8");
        assertThat(gif.loops()).as("block 1, for ever").containsExactly((byte) 1, (byte) 0, (byte) 0);
        assertThat(folder.toFile().list()).containsExactly("a.gif");
    }

    @Test
    void aGifThatPlaysOnceHasNoLoop() throws IOException {
        AnimationExport.write(FRAMES, new AnimationFormat.Gif(50, false), folder.resolve("a.gif"));

        var gif = read(folder.resolve("a.gif"));
        assertThat(gif.loops()).isEmpty();
        assertThat(gif.delays()).containsOnly("2");
    }

    @Test
    void itsColoursAreNearAndTheStillPartDoesNotFlicker() throws IOException {
        AnimationExport.write(FRAMES, new AnimationFormat.Gif(10, true), folder.resolve("a.gif"));

        var gif = read(folder.resolve("a.gif"));
        for (var i = 0; i < COUNT; i++) {
            var error = 0L;
            for (var y = 0; y < HEIGHT; y++) {
                for (var x = 0; x < WIDTH; x++) {
                    error += distance(
                            gif.pictures().get(i).getRGB(x, y), FRAMES.frame(i).argb(x, y));
                }
            }
            // 1,980 colours by 256: boxes of about 8 by 8 by 8 at worst, a mean distance of a few of 255 per channel.
            assertThat(error / (double) (WIDTH * HEIGHT)).as("frame %d", i).isLessThan(12);
            assertThat(gif.pictures().get(i).getRGB(5, 3))
                    .isEqualTo(gif.pictures().getFirst().getRGB(5, 3));
        }
    }

    @Test
    void fewColoursStayExact() throws IOException {
        int[] colours = {0xff0072b2, 0xffd55e00, 0xffffffff, 0xff24292f};
        AnimationExport.write(
                frames(3, (frame, x, y) -> colours[(x / 7 + y / 5 + frame) % 4]),
                new AnimationFormat.Gif(10, true),
                folder.resolve("a.gif"));

        var gif = read(folder.resolve("a.gif"));
        for (var frame = 0; frame < 3; frame++) {
            assertThat(gif.pictures().get(frame).getRGB(0, 0)).isEqualTo(colours[frame % 4]);
            assertThat(gif.pictures().get(frame).getRGB(8, 6)).isEqualTo(colours[(2 + frame) % 4]);
        }
    }

    @Test
    void aSequenceIsAFolderOfExactPictures() throws IOException {
        var target = folder.resolve("orbit");
        AnimationExport.write(FRAMES, new AnimationFormat.PngSequence(), target);

        assertThat(target.toFile().list()).hasSize(COUNT).contains("0001.png", "0018.png");
        var picture = ImageIO.read(target.resolve("0003.png").toFile());
        for (var x = 0; x < WIDTH; x++) {
            assertThat(picture.getRGB(x, 20)).isEqualTo(FRAMES.frame(2).argb(x, 20));
        }
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> AnimationExport.write(FRAMES, new AnimationFormat.PngSequence(), target))
                .satisfies(e -> assertThat(e.reason()).contains("already"));
    }

    @Test
    void aFrameThatFailsLeavesNothingBehind() throws IOException {
        var target = Files.writeString(folder.resolve("a.gif"), "old");
        var failing = frames(5, (frame, x, y) -> {
            if (frame == 4) {
                throw new IllegalStateException("the renderer is gone");
            }
            return 0;
        });

        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> AnimationExport.write(failing, new AnimationFormat.Gif(10, true), target))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("the renderer is gone"));
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() ->
                        AnimationExport.write(failing, new AnimationFormat.PngSequence(), folder.resolve("orbit")));
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() ->
                        AnimationExport.write(frames(0, (frame, x, y) -> 0), new AnimationFormat.Gif(10, true), target))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("there are no pictures to save"));

        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("a.gif");
    }

    @Test
    void aSpeedIsFromOneToFifty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnimationFormat.Gif(51, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnimationFormat.Gif(Double.NaN, true));
    }

    private static int distance(int one, int other) {
        return Math.abs(((one >> 16) & 0xff) - ((other >> 16) & 0xff))
                + Math.abs(((one >> 8) & 0xff) - ((other >> 8) & 0xff))
                + Math.abs((one & 0xff) - (other & 0xff));
    }

    private record Gif(List<BufferedImage> pictures, List<String> delays, List<Byte> loops) {}

    private static Gif read(Path file) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            var pictures = new ArrayList<BufferedImage>();
            var delays = new ArrayList<String>();
            var loops = new ArrayList<Byte>();
            for (var i = 0; i < reader.getNumImages(true); i++) {
                pictures.add(reader.read(i));
                delays.add(node(reader, i, "GraphicControlExtension").getAttribute("delayTime"));
                if (i == 0 && node(reader, i, "ApplicationExtension").getUserObject() instanceof byte[] block) {
                    for (var one : block) {
                        loops.add(one);
                    }
                }
            }
            return new Gif(pictures, delays, loops);
        } finally {
            reader.dispose();
        }
    }

    private static IIOMetadataNode node(ImageReader reader, int index, String name) throws IOException {
        var root = (IIOMetadataNode) reader.getImageMetadata(index).getAsTree("javax_imageio_gif_image_1.0");
        var found = root.getElementsByTagName(name);
        return found.getLength() == 0 ? new IIOMetadataNode(name) : (IIOMetadataNode) found.item(0);
    }
}
