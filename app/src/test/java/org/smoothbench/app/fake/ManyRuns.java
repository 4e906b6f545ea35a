package org.smoothbench.app.fake;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;

/** Writes a folder with many finished runs of 100 epochs each, as years of work leave it. */
public final class ManyRuns {

    private static final List<String> ACTIVATIONS = List.of("relu", "silu", "gelu", "softplus", "elu");

    private ManyRuns() {}

    /**
     * Writes the runs.
     *
     * @param args the folder, and how many runs
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    /** Writes runs; the same ones each time. */
    public static void write(Path root, int count) throws IOException {
        FakeRuns fake = new FakeRuns(root);
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            String activation = ACTIVATIONS.get(i % ACTIVATIONS.size());
            String name = activation + "-" + i / ACTIVATIONS.size();
            RunDirectory run = fake.create(
                    String.format(Locale.ROOT, "2026%02d%02d-%06d-%s-s0", 1 + i / 90, 1 + i % 28, i, name),
                    name,
                    activation);
            Files.createDirectories(run.checkpoints());
            Files.writeString(run.metrics(), metrics(random));
            new RunStatus(
                            RunState.FINISHED,
                            FakeRuns.DEAD,
                            1_790_000_000_000L + i * 60_000L,
                            1_790_000_000_000L + i * 60_000L,
                            1_790_000_000_000L + i * 60_000L + 3_600_000L,
                            1_790_000_000_000L + i * 60_000L + 3_600_000L,
                            new Progress(100, 100, 39_000, 39_000, 300, 0),
                            "CPU (2 threads)",
                            "done")
                    .writeTo(run);
            int study = i / 25;
            new RunMetaFile(run)
                    .change(meta -> study % 4 == 3
                            ? meta
                            : meta.withStudy("study " + study).withTags(List.of("paper")));
        }
    }

    /** About twenty lines of loss and one of accuracy for each epoch, as the trainer writes them. */
    private static String metrics(Random random) {
        StringBuilder text = new StringBuilder();
        Gson gson = new Gson();
        for (int epoch = 1; epoch <= 100; epoch++) {
            for (int part = 1; part <= 20; part++) {
                text.append("{\"step\":")
                        .append((epoch - 1) * 390 + part * 19)
                        .append(",\"epoch\":")
                        .append(epoch - 1 + part / 20.0)
                        .append(",\"time\":")
                        .append(1_790_000_000_000L + epoch * 36_000L)
                        .append(",\"train.loss\":")
                        .append(gson.toJson(2.3 - epoch * 0.01 + random.nextDouble() * 0.1))
                        .append(
                                ",\"train.accuracy\":0.4,\"train.learningRate\":0.1,\"train.imagesPerSecond\":301.5}\n");
            }
            text.append("{\"step\":")
                    .append(epoch * 390)
                    .append(",\"epoch\":")
                    .append(epoch)
                    .append(",\"time\":")
                    .append(1_790_000_000_000L + epoch * 36_000L)
                    .append(",\"test.cleanAccuracy\":")
                    .append(0.3 + epoch * 0.005)
                    .append(",\"test.robustAccuracy\":")
                    .append(0.2 + random.nextDouble() * 0.2)
                    .append(",\"test.examples\":500}\n");
        }
        return text.toString();
    }
}
