package org.smoothbench.core.data;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.smoothbench.core.problem.ProblemException;

/** Turns the bytes of a JPEG or PNG into red, green and blue. Strict: what decodes only in part does not decode. */
final class ImageDecoder {

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final String REMEDY = "replace the file by an RGB or grey JPEG or PNG, or remove it";

    /** A header may state any size; no photograph of a training set has more than 100 million pixels. */
    private static final long LARGEST_BYTES = 300_000_000;

    private ImageDecoder() {}

    /** The width and height of an image in pixels. */
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }

        /** The bytes of one image of this size, three channels; long, as a header may state any size. */
        long bytes() {
            return 3L * width * height;
        }
    }

    /**
     * The size an image's header states.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the file is neither JPEG nor PNG or has no valid header
     */
    static Size size(ImageFile file) {
        return withReader(file, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    /**
     * Decodes an image into an array of pixels.
     *
     * @param file the file
     * @param expected the size it must have; looked at before anything of that size is decoded
     * @param pixels where to; bytes of red, green, blue, row by row
     * @param offset the place of the first byte
     * @throws org.smoothbench.core.problem.ProblemException if it does not decode, is of another size, or is transparent
     */
    static void decode(ImageFile file, Size expected, byte[] pixels, int offset) {
        BufferedImage image = withReader(file, reader -> {
            Size size = new Size(reader.getWidth(0), reader.getHeight(0));
            if (!size.equals(expected)) {
                throw file.problem(
                                "is %s pixels, but the first image of the training set is %s".formatted(size, expected),
                                "scale all images to one size first")
                        .asException();
            }
            return reader.read(0);
        });
        copyRgb(file, image, pixels, offset);
    }

    /** Red, green and blue of an image or a part of it, row by row. */
    record Pixels(ByteBuffer bytes, int width, int height) {}

    /**
     * Decodes a part of an image.
     *
     * @param part which, given the image's size
     * @throws org.smoothbench.core.problem.ProblemException if it does not decode, is too large, or is transparent
     */
    static Pixels decodePart(ImageFile file, Function<Size, Rectangle> part) {
        BufferedImage image = withReader(file, reader -> {
            Size size = new Size(reader.getWidth(0), reader.getHeight(0));
            if (size.bytes() > LARGEST_BYTES) {
                throw file.problem("is %s pixels, more than a photograph has".formatted(size), "scale it down first")
                        .asException();
            }
            ImageReadParam wanted = reader.getDefaultReadParam();
            wanted.setSourceRegion(part.apply(size));
            return reader.read(0, wanted);
        });
        byte[] pixels = new byte[3 * image.getWidth() * image.getHeight()];
        copyRgb(file, image, pixels, 0);
        return new Pixels(ByteBuffer.wrap(pixels), image.getWidth(), image.getHeight());
    }

    /** The size a header states, or nothing if the file is damaged there. */
    static Optional<Size> sizeIfSound(ImageFile file) {
        try {
            return Optional.of(size(file));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    private static <T> T withReader(ImageFile file, Reading<T> reading) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.read()))) {
            ImageReader reader = readerFor(stream);
            try {
                reader.setInput(stream, true, true);
                // A cut-off JPEG "decodes" with a grey rest; the warning is the only sign of it.
                reader.addIIOReadWarningListener((_, warning) -> {
                    throw new DamagedImage(warning);
                });
                return reading.from(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | DamagedImage | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Damaged headers make the decoders of the JDK throw unchecked exceptions, too.
            throw file.problem("does not decode as an image (" + e.getMessage() + ")", REMEDY)
                    .asException(e);
        }
    }

    private static ImageReader readerFor(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
            reader.dispose();
        }
        throw new IIOException("its content is neither JPEG nor PNG");
    }

    private static void copyRgb(ImageFile file, BufferedImage image, byte[] pixels, int offset) {
        ColorModel colours = image.getColorModel();
        if (colours.getNumColorComponents() == 1 && !(colours instanceof IndexColorModel)) {
            copyGrey(file, image, pixels, offset);
            return;
        }
        if (colours.getNumColorComponents() != 3) {
            // Which red, green and blue four inks make depends on a printing profile, so no choice would be right.
            throw file.problem("is in print colours (CMYK)", "convert it to RGB")
                    .asException();
        }
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            copyBgr(image, pixels, offset);
            return;
        }
        int width = image.getWidth();
        int[] row = new int[width];
        int at = offset;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                requireOpaque(file, argb >>> 24 == 255);
                pixels[at++] = (byte) (argb >> 16);
                pixels[at++] = (byte) (argb >> 8);
                pixels[at++] = (byte) argb;
            }
        }
    }

    /** What JPEG files decode to; the same bytes as through getRGB, several times faster. */
    private static void copyBgr(BufferedImage image, byte[] pixels, int offset) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        byte[] row = new byte[3 * width];
        int at = offset;
        for (int y = 0; y < image.getHeight(); y++) {
            // Data elements come in the order of the bands, which is red, green, blue.
            raster.getDataElements(0, y, width, 1, row);
            System.arraycopy(row, 0, pixels, at, row.length);
            at += row.length;
        }
    }

    /** Takes the stored levels as they are: getRGB would treat grey as linear light and brighten it. */
    private static void copyGrey(ImageFile file, BufferedImage image, byte[] pixels, int offset) {
        Raster raster = image.getRaster();
        int excessBits = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        int opaque = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int at = offset;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                requireOpaque(file, raster.getNumBands() == 1 || raster.getSample(x, y, 1) == opaque);
                byte level = (byte) (raster.getSample(x, y, 0) >> excessBits);
                pixels[at++] = level;
                pixels[at++] = level;
                pixels[at++] = level;
            }
        }
    }

    private static void requireOpaque(ImageFile file, boolean opaque) {
        if (!opaque) {
            throw file.problem("has transparent pixels", "put the image on a background first")
                    .asException();
        }
    }

    /** Carries a decoder's warning out of its listener. */
    private static final class DamagedImage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamagedImage(String warning) {
            super(warning);
        }
    }
}
