package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineTailTest {

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private LineTail tail = new LineTail(file);

    @BeforeEach
    void follow() {
        file = folder.resolve("metrics.jsonl");
        tail = new LineTail(file);
    }

    @Test
    void waitsForAFileThatDoesNotExistYet() throws IOException {
        assertThat(tail.poll()).isEmpty();
        append("one\n");
        assertThat(tail.poll()).containsExactly("one");
        assertThat(tail.poll()).isEmpty();
    }

    @Test
    void holdsATornLastLineBack() throws IOException {
        append("one\ntw");
        assertThat(tail.poll()).containsExactly("one");
        assertThat(tail.poll()).isEmpty();
        append("o");
        assertThat(tail.poll()).isEmpty();
        append("\nthree\n");
        assertThat(tail.poll()).containsExactly("two", "three");
    }

    @Test
    void keepsCharactersWholeThatArriveInPieces() throws IOException {
        byte[] line = "Verlust ↓ 0,5 – 😀\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < line.length - 1; i++) {
            append(Arrays.copyOfRange(line, i, i + 1));
            assertThat(tail.poll()).isEmpty();
        }
        append(Arrays.copyOfRange(line, line.length - 1, line.length));
        assertThat(tail.poll()).containsExactly("Verlust ↓ 0,5 – 😀");
    }

    @Test
    void handsOutEmptyLines() throws IOException {
        append("\n\none\n");
        assertThat(tail.poll()).containsExactly("", "", "one");
    }

    @Test
    void beginsAgainWhenTheFileShrinks() throws IOException {
        append("one\ntwo\nthree\n");
        assertThat(tail.poll()).hasSize(3);
        Files.writeString(file, "new\n");
        assertThat(tail.poll()).containsExactly("new");
    }

    @Test
    void beginsAgainWhenTheFileIsMadeAnew() throws IOException {
        append("one\ntwo\n");
        assertThat(tail.poll()).hasSize(2);
        Files.delete(file);
        assertThat(tail.poll()).isEmpty();
        append("one\nanother\n");
        assertThat(tail.poll()).containsExactly("one", "another");
    }

    @Test
    void handsOutALargeBurstInParts() throws IOException {
        List<String> lines = IntStream.range(0, 50_000)
                .mapToObj("{\"step\": %08d, \"train.loss\": 0.123456}"::formatted)
                .toList();
        append(String.join("\n", lines) + "\n");
        assertThat(Files.size(file)).isGreaterThan(2 << 20);
        List<String> read = new ArrayList<>();
        int polls = 0;
        for (List<String> batch = tail.poll(); !batch.isEmpty(); batch = tail.poll()) {
            read.addAll(batch);
            polls++;
        }
        assertThat(read).isEqualTo(lines);
        assertThat(polls).isGreaterThan(1);
    }

    @Test
    void handsOutALineLongerThanAPart() throws IOException {
        String longLine = "x".repeat(3 << 20);
        append("short\n" + longLine + "\nlast\n");
        List<String> read = new ArrayList<>();
        for (List<String> batch = tail.poll(); !batch.isEmpty(); batch = tail.poll()) {
            read.addAll(batch);
        }
        assertThat(read).containsExactly("short", longLine, "last");
    }

    private void append(String text) throws IOException {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
