package org.smoothbench.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.DataSpec.Cifar100Binary.Labels;
import org.smoothbench.core.problem.ProblemException;

final class Cifar100ReaderTest {

    private static final int RECORD = 3074;

    @TempDir
    Path folder;

    /** Images whose coarse label is given and whose fine label is five times that; red p, green p + 1, blue p + 2. */
    private static byte[] records(int... coarse) {
        byte[] records = new byte[coarse.length * RECORD];
        for (int i = 0; i < coarse.length; i++) {
            records[i * RECORD] = (byte) coarse[i];
            records[i * RECORD + 1] = (byte) (coarse[i] * 5);
            for (int at = 0; at < 3072; at++) {
                records[i * RECORD + 2 + at] = (byte) (at % 1024 + at / 1024);
            }
        }
        return records;
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    @Test
    void readsEitherLabel() throws IOException {
        write("train.bin", records(3, 19));
        write("test.bin", records(0));
        StoredSets fine = Cifar100Reader.read(folder, Labels.FINE);
        StoredSets coarse = Cifar100Reader.read(folder, Labels.COARSE);
        assertThat(fine.train().labels()).containsExactly(15, 95);
        assertThat(coarse.train().labels()).containsExactly(3, 19);
        assertThat(fine.classNames()).hasSize(100);
        assertThat(coarse.classNames()).hasSize(20);
        assertThat(Arrays.copyOf(fine.train().pixels(), 6)).containsExactly(0, 1, 2, 1, 2, 3);
        assertThat(Arrays.copyOfRange(fine.train().pixels(), 3072, 3075)).containsExactly(0, 1, 2);
    }

    @Test
    void takesNamesFromTheFileOfTheLabels() throws IOException {
        write("train.bin", records(1));
        write("test.bin", records(0));
        Files.writeString(folder.resolve("coarse_label_names.txt"), "fish\nflowers\n");
        assertThat(Cifar100Reader.read(folder, Labels.COARSE).classNames()).containsExactly("fish", "flowers");
        assertThat(Cifar100Reader.read(folder, Labels.FINE).classNames()).hasSize(100);
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        write("train.bin", records(1));
        assertProblem(Labels.FINE, "holds no test.bin", String.valueOf(folder));
        write("test.bin", Arrays.copyOf(records(0, 0), RECORD + 5));
        assertProblem(Labels.FINE, "is 5 bytes more than whole records of 3074 bytes", "test.bin");
        write("test.bin", records(0, 20));
        assertProblem(Labels.COARSE, "record 1 (byte 3074) has label 20, but there are only 20 classes", "test.bin");
        assertProblem(Labels.FINE, "record 1 (byte 3075) has label 100, but there are only 100 classes", "test.bin");
        write("test.bin", new byte[0]);
        assertProblem(Labels.FINE, "is empty", "test.bin");
    }

    private void assertProblem(Labels labels, String what, String where) {
        assertThatThrownBy(() -> Cifar100Reader.read(folder, labels))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().what()).contains(what);
                    assertThat(thrown.problem().where()).endsWith(where);
                });
    }
}
