package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

final class Cifar10ReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsBatchesInNumericOrderAndTurnsPlanesIntoPixels() throws IOException {
        write("data_batch_10.bin", records(9));
        write("data_batch_2.bin", records(2, 3));
        write("data_batch_1.bin", records(1));
        write("test_batch.bin", records(0));

        StoredSets set = Cifar10Reader.read(folder);

        assertThat(set.train().labels()).containsExactly(1, 2, 3, 9);
        assertThat(set.test().labels()).containsExactly(0);
        assertThat(set.classNames()).hasSize(10).startsWith("0").endsWith("9");
        // Pixel p of the planes made below holds red p, green p + 1, blue p + 2, modulo 256.
        assertThat(Arrays.copyOf(set.train().pixels(), 6)).containsExactly(0, 1, 2, 1, 2, 3);
        assertThat(set.train().pixels()[3071]).isEqualTo((byte) 1025);
        assertThat(set.train().pixels()[3 * 3072 + 3]).isEqualTo((byte) 1);
    }

    @Test
    void encodesWhatItReads() throws IOException {
        byte[] records = records(4, 7);
        write("data_batch_1.bin", records);
        write("test_batch.bin", records);
        assertThat(Cifar10Layout.encode(Cifar10Reader.read(folder).train())).isEqualTo(records);
    }

    @Test
    void encodesNoOtherSizeAndNoLabelBeyondAByte() {
        assertThatThrownBy(() -> Cifar10Layout.encode(new ImageSet(new byte[3], new int[1], 1, 1, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cifar10Layout.encode(new ImageSet(new byte[3072], new int[] {256}, 32, 32, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesClassNamesFromTheirFile() throws IOException {
        write("data_batch_1.bin", records(1));
        write("test_batch.bin", records(0));
        Files.writeString(folder.resolve("batches.meta.txt"), "cat\ndog\n\n");
        assertThat(Cifar10Reader.read(folder).classNames()).containsExactly("cat", "dog");
    }

    @Test
    void refusesALabelWithoutAClass() throws IOException {
        write("data_batch_1.bin", records(1));
        write("test_batch.bin", records(0, 1, 10));
        assertProblem("record 2 (byte 6146) has label 10", "test_batch.bin");
    }

    @Test
    void refusesALabelBeyondTheNamedClasses() throws IOException {
        write("data_batch_1.bin", records(2));
        write("test_batch.bin", records(0));
        Files.writeString(folder.resolve("batches.meta.txt"), "cat\ndog\n");
        assertProblem("record 0 (byte 0) has label 2, but there are only 2 classes", "data_batch_1.bin");
    }

    @Test
    void refusesAMissingFolderAndAFile() throws IOException {
        assertProblem(folder.resolve("none"), "no such folder", "none");
        Path file = Files.createFile(folder.resolve("file"));
        assertProblem(file, "is not a folder", "file");
    }

    @Test
    void refusesAFolderWithoutTrainingBatches() throws IOException {
        write("test_batch.bin", records(0));
        write("data_batch_x.bin", records(0));
        assertProblem("holds no training batch", folder.toString());
    }

    @Test
    void refusesAFolderWithoutATestBatch() throws IOException {
        write("data_batch_1.bin", records(0));
        assertProblem("holds no test batch", folder.toString());
    }

    @Test
    void refusesATruncatedBatch() throws IOException {
        write("data_batch_1.bin", Arrays.copyOf(records(1, 2), 3073 + 17));
        write("test_batch.bin", records(0));
        assertProblem(
                "is 17 bytes more than whole records of 3073 bytes, so record 1 is cut short", "data_batch_1.bin");
        assertProblem("file truncated?", "data_batch_1.bin");
    }

    @Test
    void refusesAnEmptyBatch() throws IOException {
        write("data_batch_1.bin", records(1));
        write("test_batch.bin", new byte[0]);
        assertProblem("is empty", "test_batch.bin");
    }

    @Test
    void refusesAFolderInPlaceOfABatch() throws IOException {
        Files.createDirectory(folder.resolve("data_batch_1.bin"));
        write("test_batch.bin", records(0));
        assertProblem("is not a file", "data_batch_1.bin");
    }

    @Test
    void refusesNamesThatAreNoTextOrNone() throws IOException {
        write("data_batch_1.bin", records(1));
        write("test_batch.bin", records(0));
        write("batches.meta.txt", new byte[] {(byte) 0xC3, (byte) 0x28});
        assertProblem("cannot be read", "batches.meta.txt");
        write("batches.meta.txt", new byte[] {'\n'});
        assertProblem("names no class", "batches.meta.txt");
    }

    private void assertProblem(String what, String where) {
        assertProblem(folder, what, where);
    }

    private static void assertProblem(Path read, String what, String where) {
        assertThatThrownBy(() -> Cifar10Reader.read(read)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem()).isInstanceOf(Problem.Data.class);
            assertThat(thrown.problem().what()).contains(what);
            assertThat(thrown.problem().where()).endsWith(where);
            assertThat(thrown.problem().remedy()).isNotEmpty();
        });
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] records(int... labels) {
        byte[] records = new byte[labels.length * 3073];
        for (int record = 0; record < labels.length; record++) {
            records[record * 3073] = (byte) labels[record];
            for (int at = 0; at < 3072; at++) {
                records[record * 3073 + 1 + at] = (byte) (at % 1024 + at / 1024);
            }
        }
        return records;
    }
}
