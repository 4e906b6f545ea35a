package org.smoothbench.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/** What Pillow made of the same small images; {@code pillow_reference.py} beside it says how. */
public final class PillowReference {

    private PillowReference() {}

    /** All lines: the case's words, the checksum of the result and its first bytes. */
    public static List<List<String>> lines() {
        try (InputStream in = Objects.requireNonNull(
                PillowReference.class.getResourceAsStream("pillow_reference.txt"), "no reference")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split(" ", -1)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The image the reference began with. */
    public static byte[] image(int width, int height, int channels) {
        byte[] pixels = new byte[width * height * channels];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[at++] = (byte) (x * 7 + y * 13 + x * y * 3);
                if (channels == 3) {
                    pixels[at++] = (byte) (60 + (x * 5 + y * 3) % 120);
                    pixels[at++] = (byte) (x * x + 200 - y * 9);
                }
            }
        }
        return pixels;
    }

    /** Checksum and first bytes of a result, as a line ends. */
    public static List<String> summary(byte[] pixels) {
        CRC32 checksum = new CRC32();
        checksum.update(pixels);
        return List.of("%08x".formatted(checksum.getValue()), HexFormat.of().formatHex(Arrays.copyOf(pixels, 12)));
    }
}
