package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

final class IdxReaderTest {

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    Path folder;

    @BeforeEach
    void writeAGoodSet() throws IOException {
        write(TRAIN_IMAGES, images(3, 2, 4));
        write(TRAIN_LABELS, labels(1, 0, 2));
        write(TEST_IMAGES, images(2, 2, 4));
        write(TEST_LABELS, labels(2, 2));
    }

    @Test
    void readsImagesOfOneChannel() {
        StoredSets sets = IdxReader.read(folder);
        assertThat(sets.classNames()).containsExactly("0", "1", "2");
        assertThat(sets.train().labels()).containsExactly(1, 0, 2);
        assertThat(sets.test().labels()).containsExactly(2, 2);
        assertThat(sets.train())
                .extracting(ImageSet::height, ImageSet::width, ImageSet::channels)
                .containsExactly(2, 4, 1);
        assertThat(Arrays.copyOf(sets.train().pixels(), 9)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void readsPackedFilesAndOtherNames() throws IOException {
        Files.delete(folder.resolve(TRAIN_IMAGES));
        Files.delete(folder.resolve(TEST_LABELS));
        write(TRAIN_IMAGES + ".gz", packed(images(3, 2, 4)));
        write("t10k-labels.idx1-ubyte", labels(0, 1));
        assertThat(IdxReader.read(folder).train().size()).isEqualTo(3);
        assertThat(IdxReader.read(folder).test().labels()).containsExactly(0, 1);
    }

    @Test
    void tellsWhichFileIsMissing() throws IOException {
        Files.delete(folder.resolve(TEST_LABELS));
        assertProblem("holds no t10k-labels-idx1-ubyte (or t10k-labels-idx1-ubyte.gz)", String.valueOf(folder));
        assertThatThrownBy(() -> IdxReader.read(folder.resolve("none"))).hasMessageContaining("no such folder");
    }

    @Test
    void refusesAnotherMagicNumber() throws IOException {
        write(TRAIN_IMAGES, labels(1, 2, 3));
        assertProblem("begins with 00000801, but an idx file of images begins with 00000803", TRAIN_IMAGES);
        write(TRAIN_IMAGES, new byte[] {1, 2});
        assertProblem("is cut short", TRAIN_IMAGES);
    }

    @Test
    void refusesWhatIsCutShortOrTooLong() throws IOException {
        byte[] whole = images(3, 2, 4);
        write(TRAIN_IMAGES, Arrays.copyOf(whole, whole.length - 1));
        assertProblem("is cut short: its header states 24 bytes, 23 are there", TRAIN_IMAGES);
        write(TRAIN_IMAGES, Arrays.copyOf(whole, whole.length + 1));
        assertProblem("has more bytes than the 24 its header states", TRAIN_IMAGES);
    }

    @Test
    void refusesABrokenPack() throws IOException {
        Files.delete(folder.resolve(TRAIN_IMAGES));
        byte[] packed = packed(images(3, 2, 4));
        write(TRAIN_IMAGES + ".gz", Arrays.copyOf(packed, packed.length - 9));
        assertProblem("is cut short", TRAIN_IMAGES + ".gz");
        packed[packed.length - 6] ^= 1;
        write(TRAIN_IMAGES + ".gz", packed);
        assertProblem("cannot be read", TRAIN_IMAGES + ".gz");
        write(TRAIN_IMAGES + ".gz", images(3, 2, 4));
        assertProblem("cannot be read (Not in GZIP format)", TRAIN_IMAGES + ".gz");
    }

    @Test
    void refusesImpossibleSizes() throws IOException {
        write(TRAIN_IMAGES, header(0x803, 60_000, 60_000, 60_000));
        assertProblem("states the impossible size [60000, 60000, 60000]", TRAIN_IMAGES);
        write(TRAIN_IMAGES, header(0x803, -1, 28, 28));
        assertProblem("states the impossible size", TRAIN_IMAGES);
        // More than there is, but possible: nothing of that size is taken.
        write(TRAIN_IMAGES, header(0x803, 2_000_000, 28, 28));
        assertProblem("is cut short", TRAIN_IMAGES);
    }

    @Test
    void refusesCountsThatDiffer() throws IOException {
        write(TRAIN_LABELS, labels(1, 0));
        assertProblem("has 2 labels for the 3 images of train-images-idx3-ubyte", TRAIN_LABELS);
    }

    @Test
    void refusesSizesAndClassesThatDiffer() throws IOException {
        write(TEST_IMAGES, images(2, 3, 3));
        assertProblem("has images of 3x3 pixels, but those to train on are 4x2", TEST_IMAGES);
        write(TEST_IMAGES, images(2, 2, 4));
        write(TEST_LABELS, labels(2, 3));
        assertProblem("label 1 (byte 9) is 3, but training has only the classes 0 to 2", TEST_LABELS);
        write(TRAIN_LABELS, labels(0, 0, 0));
        assertProblem("all images are of one class", TRAIN_LABELS);
    }

    private void assertProblem(String what, String where) {
        assertThatThrownBy(() -> IdxReader.read(folder)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem()).isInstanceOf(Problem.Data.class);
            assertThat(thrown.problem().what()).contains(what);
            assertThat(thrown.problem().where()).endsWith(where);
            assertThat(thrown.problem().remedy()).isNotEmpty();
        });
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] header(int... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (int word : words) {
                out.writeInt(word);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] images(int count, int height, int width) throws IOException {
        byte[] header = header(0x803, count, height, width);
        byte[] file = Arrays.copyOf(header, header.length + count * height * width);
        for (int i = header.length; i < file.length; i++) {
            file[i] = (byte) (i - header.length);
        }
        return file;
    }

    private static byte[] labels(int... labels) throws IOException {
        byte[] header = header(0x801, labels.length);
        byte[] file = Arrays.copyOf(header, header.length + labels.length);
        for (int i = 0; i < labels.length; i++) {
            file[header.length + i] = (byte) labels[i];
        }
        return file;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
