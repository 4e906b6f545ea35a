package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.experiment.ImageScaling.Imagenet.Interpolation;

final class ResamplingTest {

    static Stream<List<String>> references() {
        return PillowReference.lines().stream().filter(line -> line.getFirst().startsWith("BI"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void givesPillowsBytes(List<String> line) {
        int[] from = size(line.get(1));
        int[] to = size(line.get(2));
        byte[] scaled = scale(from, to, new Rectangle(to[0], to[1]), Interpolation.valueOf(line.getFirst()));
        assertThat(PillowReference.summary(scaled)).isEqualTo(line.subList(3, 5));
    }

    @Test
    void aPartIsThatPartOfTheWhole() {
        int[] from = {50, 40};
        int[] to = {30, 20};
        byte[] whole = scale(from, to, new Rectangle(30, 20), Interpolation.BICUBIC);
        byte[] part = scale(from, to, new Rectangle(7, 3, 11, 9), Interpolation.BICUBIC);
        for (int y = 0; y < 9; y++) {
            int start = ((y + 3) * 30 + 7) * 3;
            assertThat(Arrays.copyOfRange(part, y * 33, y * 33 + 33))
                    .isEqualTo(Arrays.copyOfRange(whole, start, start + 33));
        }
    }

    @Test
    void averagesOverAllPixelsWhenAnImageShrinks() {
        // Columns of black and white, one pixel each: a point sample would be one or the other.
        byte[] stripes = new byte[64 * 64 * 3];
        for (int at = 0; at < stripes.length; at++) {
            stripes[at] = (byte) (at / 3 % 2 * 255);
        }
        byte[] small = new byte[8 * 8 * 3];
        new Resampling(Interpolation.BILINEAR)
                .scale(new ImageDecoder.Pixels(ByteBuffer.wrap(stripes), 64, 64), 8, 8, new Rectangle(8, 8), small, 0);
        for (byte level : small) {
            assertThat(level & 0xFF).isBetween(120, 135);
        }
    }

    private static byte[] scale(int[] from, int[] to, Rectangle kept, Interpolation interpolation) {
        byte[] scaled = new byte[kept.width * kept.height * 3];
        ByteBuffer pixels = ByteBuffer.wrap(PillowReference.image(from[0], from[1], 3));
        new Resampling(interpolation)
                .scale(new ImageDecoder.Pixels(pixels, from[0], from[1]), to[0], to[1], kept, scaled, 0);
        return scaled;
    }

    private static int[] size(String text) {
        return Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
