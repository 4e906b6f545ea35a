package org.smoothbench.viz.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.smoothbench.viz.field.ScalarField;

/** Version 1.0 of NumPy's array file: magic, version, length of the header, header, numbers. */
final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** Numbers begin at a multiple of this, so that they can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    static void write(ScalarField field, OutputStream out) throws IOException {
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                .formatted(field.rows(), field.columns());
        var start = MAGIC.length + Short.BYTES;
        var unpadded = start + header.length() + 1;
        var padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        var text = header + " ".repeat(padding) + "\n";
        var values = field.values();
        var bytes = ByteBuffer.allocate(start + text.length() + Float.BYTES * values.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putShort((short) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        for (var value : values) {
            bytes.putFloat(value);
        }
        out.write(bytes.array());
    }
}
