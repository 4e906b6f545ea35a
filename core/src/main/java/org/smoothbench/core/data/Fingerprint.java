package org.smoothbench.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that tell whether models and images are the ones a result is about; SHA-256 in hexadecimal. */
public final class Fingerprint {

    /** Pixels of so many images are enough to tell sets apart, and do not decode a whole streamed one. */
    private static final int SAMPLED = 64;

    private Fingerprint() {}

    /** Of the size, all labels and the pixels of images spread over the set. */
    public static String of(Images images) {
        MessageDigest digest = sha256();
        int[] labels = images.labels();
        ByteBuffer numbers = ByteBuffer.allocate((labels.length + 3) * Integer.BYTES);
        numbers.putInt(images.height()).putInt(images.width()).putInt(images.channels());
        for (int label : labels) {
            numbers.putInt(label);
        }
        digest.update(numbers.array());
        byte[] pixels = new byte[images.imageBytes()];
        int sampled = Math.min(SAMPLED, images.size());
        for (int i = 0; i < sampled; i++) {
            images.copy((int) ((long) i * images.size() / sampled), pixels, 0);
            digest.update(pixels);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a file's bytes. */
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a text in UTF-8. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
