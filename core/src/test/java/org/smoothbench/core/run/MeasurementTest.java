package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MeasurementTest {

    private final MeasurementJson json = new MeasurementJson();

    @TempDir
    Path folder;

    @Test
    void comesBackFromItsLine() {
        Measurement measurement = new Measurement(
                9_000_000_000L,
                12.125,
                1_700_000_000_123L,
                Map.of(
                        Metric.TRAIN_LOSS,
                        2.302585092994046,
                        Metric.CLEAN_ACCURACY,
                        1 / 3.0,
                        Metric.TEST_EXAMPLES,
                        500.0),
                Map.of());
        String line = json.write(measurement);
        assertThat(line).doesNotContain("\n");
        assertThat(json.read(line)).contains(measurement);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void namesWhatIsNotFiniteAndStaysJson(double loss) throws IOException {
        Measurement measurement =
                new Measurement(7, 0.5, 1, Map.of(Metric.TRAIN_LOSS, loss, Metric.LEARNING_RATE, 0.1), Map.of());
        assertThat(measurement.value(Metric.TRAIN_LOSS)).isEqualTo(OptionalDouble.empty());
        assertThat(measurement.value(Metric.LEARNING_RATE)).hasValue(0.1);
        assertThat(measurement.notFinite()).isEqualTo(Map.of(Metric.TRAIN_LOSS, String.valueOf(loss)));

        String line = json.write(measurement);
        assertStrictJson(line);
        assertThat(json.read(line)).contains(measurement);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricIsFoundByItsKey(Metric metric) {
        assertThat(Metric.ofKey(metric.key())).contains(metric);
        assertThat(metric.label()).isNotBlank();
    }

    @Test
    void passesOverKeysOfLaterVersions() {
        assertThat(json.read("{\"step\":1,\"epoch\":0.5,\"time\":9,\"test.margin\":{\"mean\":1},\"train.loss\":2}"))
                .contains(new Measurement(1, 0.5, 9, Map.of(Metric.TRAIN_LOSS, 2.0), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "garbage",
                "{\"step\":1}",
                "{\"step\":1,\"epoch\":1}",
                "{\"step\":\"one\",\"epoch\":1,\"time\":1}",
                "{\"step\":null,\"epoch\":1,\"time\":1}",
                "{\"step\":{},\"epoch\":1,\"time\":1}",
                "{\"step\":[],\"epoch\":1,\"time\":1}",
                "{\"step\":1,\"epoch\":1,\"time\":1,\"train.loss\":null}",
                "{\"step\":1,\"epoch\":1,\"time\":1,\"train.loss\":{}}",
                "{\"step\":1e99999999,\"epoch\":1,\"time\":1}",
                "\u0000\u0000\u0000"
            })
    void aDamagedLineIsNoMeasurement(String line) {
        assertThat(json.read(line)).isEmpty();
    }

    @Test
    void aTailPassesOverDamagedLinesAndGoesOn() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        MetricTail tail = new MetricTail(run);
        assertThat(tail.poll()).isEmpty();
        Files.writeString(
                run.metrics(), line(1) + "\0\0\0{\"st\n" + line(2) + "{\"step\":null,\"epoch\":1,\"time\":1}\n");
        assertThat(tail.poll()).extracting(Measurement::step).containsExactly(1L, 2L);
        Files.writeString(run.metrics(), line(3) + line(4).strip(), StandardOpenOption.APPEND);
        assertThat(tail.poll()).extracting(Measurement::step).containsExactly(3L);
        Files.writeString(run.metrics(), "\n", StandardOpenOption.APPEND);
        assertThat(tail.poll()).extracting(Measurement::step).containsExactly(4L);
    }

    @Test
    void aJournalGoesOnWhereItEnded() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        for (long step = 1; step <= 2; step++) {
            try (RunJournal journal = new RunJournal(run)) {
                journal.measured(new Measurement(step, 0.5, 1, Map.of(), Map.of()));
                journal.event("started", "worker \"started\"\nagain");
            }
        }
        assertThat(new MetricTail(run).poll()).extracting(Measurement::step).containsExactly(1L, 2L);
        assertThat(Files.readAllLines(run.events()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(JsonParser.parseString(line)
                                .getAsJsonObject()
                                .get("message")
                                .getAsString())
                        .isEqualTo("worker \"started\"\nagain"));
        assertThat(run.log()).content().contains("worker \"started\"");
    }

    private String line(long step) {
        return json.write(new Measurement(step, 0.5, 1, Map.of(Metric.TRAIN_LOSS, 1.5), Map.of())) + "\n";
    }

    private static void assertStrictJson(String line) throws IOException {
        try (JsonReader reader = new JsonReader(new StringReader(line))) {
            reader.setStrictness(Strictness.STRICT);
            reader.skipValue();
            assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
        }
    }
}
