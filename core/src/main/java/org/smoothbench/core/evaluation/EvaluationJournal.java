package org.smoothbench.core.evaluation;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.evaluation.BatchEntry.Part;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * The batches of an evaluation that are done, and their adversarial examples, on disk after each batch: a kill at any moment
 * loses no more than the batch at work. One thread at a time.
 */
final class EvaluationJournal implements AutoCloseable {

    private static final Gson GSON = new Gson();

    private final List<BatchEntry> found = new ArrayList<>();
    private final FileChannel lines;
    private final FileChannel rows;

    /**
     * Goes on where the files end; what was cut off is removed.
     *
     * @param imageValues how many numbers an image has
     * @throws ProblemException if the files do not belong together
     */
    EvaluationJournal(EvaluationDirectory directory, int imageValues) throws IOException {
        long whole = read(directory);
        lines = FileChannel.open(directory.journal(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        rows = FileChannel.open(directory.rows(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long rowBytes = (long) imageValues * Float.BYTES;
        long expected = examplesIn(found) * rowBytes;
        if (rows.size() < expected) {
            close();
            throw new Problem.Data(
                            "is shorter than the journal beside it says",
                            directory.rows().toString(),
                            "remove the folder and evaluate again")
                    .asException();
        }
        lines.truncate(whole).position(whole);
        rows.truncate(expected).position(expected);
    }

    /** The batches that were there when the journal was opened. */
    List<BatchEntry> found() {
        return List.copyOf(found);
    }

    /**
     * Adds a batch.
     *
     * @param examples the adversarial examples of the images that were hit, one after another; empty where none are kept
     */
    void add(BatchEntry entry, float[] examples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(examples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(examples);
        write(rows, bytes);
        // The examples first: a line is a promise that they are there.
        write(lines, ByteBuffer.wrap((GSON.toJson(entry) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    /** How many examples the batches left on disk. */
    static long examplesIn(List<BatchEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.part() == Part.ATTACK)
                .mapToLong(entry -> entry.hit().size())
                .sum();
    }

    /** Reads whole lines and says how many bytes they have. */
    private long read(EvaluationDirectory directory) throws IOException {
        if (!Files.exists(directory.journal())) {
            return 0;
        }
        byte[] bytes = Files.readAllBytes(directory.journal());
        int whole = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                found.add(entry(directory, new String(bytes, whole, i - whole, StandardCharsets.UTF_8)));
                whole = i + 1;
            }
        }
        return whole;
    }

    private BatchEntry entry(EvaluationDirectory directory, String line) {
        try {
            BatchEntry entry = GSON.fromJson(line, BatchEntry.class);
            if (entry != null && entry.hit() != null && entry.images() != null && entry.part() != null) {
                return entry;
            }
        } catch (JsonParseException _) {
            // Said below, together with lines that are JSON but no batch.
        }
        throw new Problem.Data(
                        "line " + (found.size() + 1) + " is damaged",
                        directory.journal().toString(),
                        "remove the folder and evaluate again")
                .asException();
    }

    @Override
    public void close() throws IOException {
        try (lines;
                rows) {
            lines.force(true);
        }
    }
}
