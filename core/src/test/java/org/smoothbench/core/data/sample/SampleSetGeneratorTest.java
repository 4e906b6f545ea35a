package org.smoothbench.core.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.Cifar10Reader;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.data.StoredSets;
import org.smoothbench.core.problem.ProblemException;

final class SampleSetGeneratorTest {

    private static final Path COMMITTED = Path.of(System.getProperty("smoothbench.home", "."), "sample-data");

    @TempDir
    Path folder;

    @Test
    void makesTheCommittedBytes() throws IOException {
        SampleSetGenerator.write(folder);
        for (String name : new String[] {"data_batch_1.bin", "test_batch.bin", "batches.meta.txt"}) {
            assertThat(Files.mismatch(folder.resolve(name), COMMITTED.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
        assertThat(Files.readString(COMMITTED.resolve("README.md"))).contains(SampleSetGenerator.sha256());
    }

    @Test
    void leavesNothingElseBehindAndReplacesWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("test_batch.bin"), "old");
        SampleSetGenerator.write(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("data_batch_1.bin", "test_batch.bin", "batches.meta.txt");
        }
        assertThat(Files.size(folder.resolve("test_batch.bin"))).isEqualTo(500 * 3073);
    }

    @Test
    void comesBackFromItsFiles() {
        StoredSets made = SampleSetGenerator.generate();
        StoredSets read = Cifar10Reader.read(COMMITTED);
        assertThat(read.classNames()).isEqualTo(made.classNames());
        assertSame(read.train(), made.train());
        assertSame(read.test(), made.test());
    }

    @Test
    void hasEveryClassEquallyOftenInNoOrder() {
        StoredSets set = SampleSetGenerator.generate();
        assertThat(set.classNames()).hasSize(10).startsWith("disc", "ring").endsWith("diamond");
        assertBalanced(set.train(), 200);
        assertBalanced(set.test(), 50);
        assertThat(Arrays.stream(set.train().labels()).limit(50).distinct().count())
                .isGreaterThan(5);
    }

    @Test
    void tellsWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> SampleSetGenerator.write(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().where()).isEqualTo(file.toString()));
    }

    private static void assertSame(ImageSet one, ImageSet other) {
        assertThat(one.labels()).isEqualTo(other.labels());
        assertThat(Arrays.equals(one.pixels(), other.pixels())).isTrue();
    }

    private static void assertBalanced(ImageSet images, int each) {
        long[] counts = new long[10];
        for (int label : images.labels()) {
            counts[label]++;
        }
        assertThat(counts).containsOnly(each);
    }
}
