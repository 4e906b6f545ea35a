package org.smoothbench.core.evaluation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes NumPy's zip of arrays piece by piece, for arrays that are larger than memory; small ones go through
 * {@link org.smoothbench.core.engine.ArrayFile}. The format is that of NumPy's {@code numpy.lib.format}, version 1.0.
 */
final class NpzWriter implements AutoCloseable {

    /** The header with its length is padded to a multiple of this, so that data can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private final ZipOutputStream zip;

    NpzWriter(Path file) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Adds a float32 array whose bytes, little-endian, are a file's. */
    void floats(String name, List<Integer> shape, Path bytes) throws IOException {
        begin(name, "<f4", shape);
        try (InputStream in = Files.newInputStream(bytes)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    /** Adds a vector of int64. */
    void longs(String name, List<Integer> values) throws IOException {
        begin(name, "<i8", List.of(values.size()));
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(value -> bytes.putLong(value));
        zip.write(bytes.array());
        zip.closeEntry();
    }

    private void begin(String name, String type, List<Integer> shape) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        write(zip, header(type, shape));
    }

    private static void write(OutputStream out, byte[] header) throws IOException {
        out.write(MAGIC);
        out.write(ByteBuffer.allocate(Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) header.length)
                .array());
        out.write(header);
    }

    private static byte[] header(String type, List<Integer> shape) {
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ",)"));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + sizes + ", }";
        int unpadded = MAGIC.length + Short.BYTES + text.length() + 1;
        byte[] header = new byte[text.length() + 1 + Math.floorMod(-unpadded, ALIGNMENT)];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, 0, text.length());
        header[header.length - 1] = '\n';
        return header;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
