package org.smoothbench.core.run;

import com.google.gson.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a worker writes line by line: measurements, events and the log. One thread at a time. */
public final class RunJournal implements AutoCloseable {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final MeasurementJson json = new MeasurementJson();
    private final BufferedWriter metrics;
    private final BufferedWriter events;
    private final BufferedWriter log;

    /** Goes on where the files end. */
    public RunJournal(RunDirectory run) throws IOException {
        metrics = appender(run.metrics());
        events = appender(run.events());
        log = appender(run.log());
    }

    /**
     * Takes back the measurements after a step, so that a worker that goes on from a checkpoint does not write them twice;
     * also a last line that was cut off. For use before the journal is opened.
     *
     * @param step the last completed step that stays
     */
    public static void rewind(RunDirectory run, long step) throws IOException {
        if (!Files.exists(run.metrics())) {
            return;
        }
        MeasurementJson json = new MeasurementJson();
        byte[] bytes = Files.readAllBytes(run.metrics());
        int kept = 0;
        for (int from = 0, end = lineEnd(bytes, 0); end > from; from = end, end = lineEnd(bytes, from)) {
            String line = new String(bytes, from, end - from, StandardCharsets.UTF_8);
            if (json.read(line).filter(m -> m.step() > step).isPresent()) {
                break;
            }
            kept = end;
        }
        try (FileChannel channel = FileChannel.open(run.metrics(), StandardOpenOption.WRITE)) {
            channel.truncate(kept);
        }
    }

    /** The place after the next line's end, or {@code from} if no whole line is left. */
    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return from;
    }

    private static BufferedWriter appender(Path file) throws IOException {
        return Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Adds a line to {@code metrics.jsonl}. */
    public void measured(Measurement measurement) throws IOException {
        writeLine(metrics, json.write(measurement));
    }

    /** Adds a line to {@code events.jsonl}, and one for people to {@code log.txt}. */
    public void event(String type, String message) throws IOException {
        JsonObject line = new JsonObject();
        line.addProperty("time", System.currentTimeMillis());
        line.addProperty("type", type);
        line.addProperty("message", message);
        writeLine(events, line.toString());
        log(message);
    }

    /** Adds a line to {@code log.txt}. */
    public void log(String message) throws IOException {
        writeLine(log, LocalDateTime.now(ZoneId.systemDefault()).format(CLOCK) + "  " + message);
    }

    /** A line becomes visible whole: readers take no line before its end is there. */
    private static void writeLine(BufferedWriter writer, String line) throws IOException {
        writer.write(line + "\n");
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        try (metrics;
                events;
                log) {
            log.flush();
        }
    }
}
