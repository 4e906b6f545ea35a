package org.smoothbench.core.data;

/**
 * The binary layout of CIFAR-10: files of records, each one byte of label and then 32 by 32 pixels as three planes, red,
 * green, blue.
 */
public final class Cifar10Layout {

    /** Width and height of an image in pixels. */
    public static final int SIDE = 32;

    /** Colour channels of an image. */
    public static final int CHANNELS = 3;

    /** Bytes of one colour plane. */
    public static final int PLANE_BYTES = SIDE * SIDE;

    /** Bytes of one record: the label and three planes. */
    public static final int RECORD_BYTES = 1 + CHANNELS * PLANE_BYTES;

    /** Name of the file with the images to measure accuracy on. */
    public static final String TEST_FILE = "test_batch.bin";

    /** Name of the file with the names of the classes, one per line. */
    public static final String NAMES_FILE = "batches.meta.txt";

    private Cifar10Layout() {}

    /** Name of the training file with this number, counted from 1. */
    public static String trainFile(int number) {
        return "data_batch_" + number + ".bin";
    }

    /**
     * Lays images out as records, channel planes apart.
     *
     * @throws IllegalArgumentException if the images are not 32 by 32 with three channels, or a label is beyond 255
     */
    public static byte[] encode(ImageSet images) {
        if (images.width() != SIDE || images.height() != SIDE || images.channels() != CHANNELS) {
            throw new IllegalArgumentException("the layout holds only images of 32x32x3");
        }
        byte[] records = new byte[Math.multiplyExact(images.size(), RECORD_BYTES)];
        byte[] pixels = images.pixels();
        for (int index = 0; index < images.size(); index++) {
            int label = images.label(index);
            if (label < 0 || label > 255) {
                throw new IllegalArgumentException("label " + label + " does not fit a byte");
            }
            int record = index * RECORD_BYTES;
            records[record] = (byte) label;
            for (int pixel = 0; pixel < PLANE_BYTES; pixel++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    records[record + 1 + channel * PLANE_BYTES + pixel] =
                            pixels[(index * PLANE_BYTES + pixel) * CHANNELS + channel];
                }
            }
        }
        return records;
    }

    /** Copies the image whose planes begin at a place into pixels, channel last. */
    static void decodeImage(byte[] records, int from, byte[] pixels, int image) {
        int to = image * PLANE_BYTES * CHANNELS;
        for (int pixel = 0; pixel < PLANE_BYTES; pixel++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                pixels[to + pixel * CHANNELS + channel] = records[from + channel * PLANE_BYTES + pixel];
            }
        }
    }
}
