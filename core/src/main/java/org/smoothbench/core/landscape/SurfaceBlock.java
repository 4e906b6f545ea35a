package org.smoothbench.core.landscape;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * How the values of one surface lie in a file.
 *
 * @param pixels values of an image; 0 over weights, where no images are kept
 * @param vertices of a layer
 */
record SurfaceBlock(int pixels, int vertices) {

    private static final int PICTURES = 3;
    private static final int LAYERS = 3;

    static SurfaceBlock of(LandscapeReport report) {
        return new SurfaceBlock(
                report.spec().plane() instanceof PlaneSpec.OfImages
                        ? report.shape().values()
                        : 0,
                report.first().count() * report.second().count());
    }

    int floats() {
        return PICTURES * pixels + LAYERS * vertices;
    }

    /** Where a layer begins: cross-entropy, margin, outcome. */
    int layer(int number) {
        return PICTURES * pixels + number * vertices;
    }

    /**
     * Reads a block.
     *
     * @param at where it begins, in bytes
     */
    float[] read(FileChannel file, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(floats() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file ends in the middle of a surface");
            }
        }
        float[] values = new float[floats()];
        bytes.flip();
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** The surface of a block's values. */
    Surface surface(SurfaceReport surface, LandscapeReport report, float[] values) {
        ImagePlane plane = pixels == 0
                ? null
                : new ImagePlane(report.shape(), picture(values, 0), picture(values, 1), picture(values, 2));
        Layers layers = new Layers(
                report.first().count(),
                report.second().count(),
                part(values, layer(0)),
                part(values, layer(1)),
                part(values, layer(2)));
        return new Surface(surface, plane, layers);
    }

    private float[] picture(float[] values, int number) {
        return Arrays.copyOfRange(values, number * pixels, (number + 1) * pixels);
    }

    private float[] part(float[] values, int from) {
        return Arrays.copyOfRange(values, from, from + vertices);
    }
}
