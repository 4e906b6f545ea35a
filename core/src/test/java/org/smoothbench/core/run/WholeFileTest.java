package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void makesAndReplacesAFile() throws IOException {
        Path file = folder.resolve("status.json");
        WholeFile.replace(file, "first");
        WholeFile.replace(file, "zweite Fassung: ä");
        assertThat(file).content().isEqualTo("zweite Fassung: ä");
        assertAlone(file);
    }

    @Test
    void keepsTheOldContentWhenTheWriterFails() throws IOException {
        Path file = Files.writeString(folder.resolve("status.json"), "old");
        assertThatThrownBy(() -> WholeFile.replace(file, temporary -> {
                    Files.writeString(temporary, "half of the n");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThat(file).content().isEqualTo("old");
        assertAlone(file);
    }

    @Test
    void failsWhereThereIsNoFolder() {
        assertThatThrownBy(() -> WholeFile.replace(folder.resolve("none/status.json"), "x"))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNeverSeenInPart() throws Exception {
        Path file = folder.resolve("status.json");
        String[] contents = {"a".repeat(100_000), "b".repeat(200_000)};
        WholeFile.replace(file, contents[0]);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    WholeFile.replace(file, contents[i % 2]);
                }
                return true;
            });
            while (!writing.isDone()) {
                assertThat(Files.readString(file)).isIn((Object[]) contents);
            }
            writing.get();
        }
        assertAlone(file);
    }

    @Test
    void threadsOfOneProcessDoNotGetInEachOthersWay() throws Exception {
        Path file = folder.resolve("status.json");
        List<Future<?>> writing = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                String content = String.valueOf(i).repeat(1000);
                writing.add(writers.submit(() -> {
                    for (int round = 0; round < 25; round++) {
                        WholeFile.replace(file, content);
                    }
                    return true;
                }));
            }
            for (Future<?> each : writing) {
                each.get();
            }
        }
        assertThat(Files.readString(file)).hasSize(1000).matches("0+|1+|2+|3+");
        assertAlone(file);
    }

    private void assertAlone(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
