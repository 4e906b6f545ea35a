package org.smoothbench.core.evaluation;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.evaluation.BatchEntry.Part;
import org.smoothbench.core.run.WholeFile;

/** Makes the adversarial examples of a finished evaluation ready for others: an NPZ file, and pairs of pictures. */
final class SavedExamples {

    private static final int LEVELS = 255;

    private final EvaluationDirectory directory;
    private final TestImages test;
    private final List<Example> examples = new ArrayList<>();

    /**
     * One adversarial example.
     *
     * @param index of the image in the test set
     * @param predicted the class the model gives it
     * @param stage which attack found it
     */
    private record Example(int index, int predicted, int stage) {}

    SavedExamples(EvaluationDirectory directory, TestImages test, List<BatchEntry> entries) {
        this.directory = directory;
        this.test = test;
        for (BatchEntry entry : entries) {
            for (int i = 0; entry.part() == Part.ATTACK && i < entry.hit().size(); i++) {
                examples.add(new Example(entry.hit().get(i), entry.predicted().get(i), entry.stage()));
            }
        }
    }

    /** Writes {@code adversarial.npz}: {@code x_adv}, and for each image {@code index}, {@code label}, and so on. */
    void writeArrays() throws IOException {
        Images images = test.images();
        List<Integer> shape = List.of(examples.size(), images.channels(), images.height(), images.width());
        WholeFile.replace(directory.examples(), temporary -> {
            try (NpzWriter npz = new NpzWriter(temporary)) {
                npz.floats("x_adv", shape, directory.rows());
                npz.longs("index", examples.stream().map(Example::index).toList());
                npz.longs(
                        "label",
                        examples.stream()
                                .map(each -> images.label(each.index()))
                                .toList());
                npz.longs("predicted", examples.stream().map(Example::predicted).toList());
                npz.longs("attack", examples.stream().map(Example::stage).toList());
            }
        });
    }

    /** Writes the first examples as pairs of PNG files; rounded to 8 bits, so the NPZ file is the exact one. */
    void writePictures(int most) throws IOException {
        if (most == 0 || examples.isEmpty()) {
            return;
        }
        Files.createDirectories(directory.pictures());
        int bytes = test.imageValues() * Float.BYTES;
        try (InputStream rows = new BufferedInputStream(Files.newInputStream(directory.rows()))) {
            for (Example example : examples.subList(0, Math.min(most, examples.size()))) {
                byte[] row = rows.readNBytes(bytes);
                writePair(example, ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
    }

    private void writePair(Example example, ByteBuffer adversarial) throws IOException {
        Images images = test.images();
        byte[] clean = new byte[images.imageBytes()];
        images.copy(example.index(), clean, 0);
        int plane = images.height() * images.width();
        byte[] changed = new byte[clean.length];
        for (int pixel = 0; pixel < plane; pixel++) {
            for (int c = 0; c < images.channels(); c++) {
                float value = adversarial.getFloat((c * plane + pixel) * Float.BYTES);
                changed[pixel * images.channels() + c] = (byte) Math.round(value * LEVELS);
            }
        }
        String name = name(example);
        writePng(directory.pictures().resolve(name + "-clean.png"), clean);
        writePng(directory.pictures().resolve(name + "-adversarial.png"), changed);
    }

    private String name(Example example) {
        String label = test.classNames().get(test.images().label(example.index()));
        String predicted = test.classNames().get(example.predicted());
        return String.format(Locale.ROOT, "%05d-%s-as-%s", example.index(), slug(label), slug(predicted));
    }

    private static String slug(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "_");
    }

    private void writePng(Path file, byte[] pixels) throws IOException {
        Images images = test.images();
        int channels = images.channels();
        BufferedImage picture = new BufferedImage(
                images.width(),
                images.height(),
                channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < images.height(); y++) {
            for (int x = 0; x < images.width(); x++) {
                int at = (y * images.width() + x) * channels;
                if (channels == 1) {
                    picture.getRaster().setSample(x, y, 0, pixels[at] & 0xFF);
                } else {
                    picture.setRGB(
                            x, y, (pixels[at] & 0xFF) << 16 | (pixels[at + 1] & 0xFF) << 8 | (pixels[at + 2] & 0xFF));
                }
            }
        }
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(picture, "png", out);
        }
    }
}
