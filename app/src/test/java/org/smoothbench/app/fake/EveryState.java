package org.smoothbench.app.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.smoothbench.app.fake.FakeTrainer.End;
import org.smoothbench.app.fake.FakeTrainer.Script;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.WorkerProcess;

/** Writes a folder with a run in every state there is, damaged ones too, and a study of two activations over three seeds. */
public final class EveryState {

    private EveryState() {}

    /**
     * Writes the runs.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    /** Writes the runs; none of them has a worker. */
    public static void write(Path root) throws IOException {
        FakeRuns fake = new FakeRuns(root);
        for (String activation : List.of("relu", "silu")) {
            for (int seed = 0; seed < 3; seed++) {
                RunDirectory run = trained(
                        fake,
                        "20261128-1200%d0-%s-s%d".formatted(seed, activation, seed),
                        activation,
                        activation,
                        whole((activation.equals("silu") ? 6 : 0) + 1.3 * seed));
                fake.seed(run, seed);
                new RunMetaFile(run)
                        .change(meta -> meta.withStudy("Figure 3 on CIFAR-10").withTags(List.of("seeds")));
            }
        }
        trained(fake, "20261128-130000-gelu-failed", "gelu-failed", "gelu", new Script(4, 40, 0, 90, End.FAILED));
        trained(fake, "20261128-130100-elu-crashed", "elu-crashed", "elu", new Script(3, 40, 0, -1, End.CRASHED));
        trained(fake, "20261128-130200-torn", "softplus-torn", "softplus", new Script(2, 40, 0, -1, End.TORN));
        // Their scripts end without a word, as they are still at work.
        RunDirectory running = trained(
                fake, "20261128-140000-silu-running", "silu-running", "silu", new Script(6, 40, 0, -1, End.CRASHED));
        fake.status(running, RunState.RUNNING, WorkerProcess.current(), "training");
        RunDirectory paused = trained(
                fake, "20261128-140100-relu-paused", "relu-paused", "relu", new Script(6, 40, 0, -1, End.CRASHED));
        fake.status(paused, RunState.PAUSED, WorkerProcess.current(), "paused on request");
        for (int i = 0; i < 2; i++) {
            RunDirectory queued = fake.create("20261128-14020%d-mish".formatted(i), "mish", "mish");
            fake.seed(queued, i);
            fake.status(queued, RunState.QUEUED, null, "");
        }
        RunDirectory archived = trained(fake, "20261128-110000-old", "old", "relu", whole(-3));
        new RunMetaFile(archived).change(meta -> meta.withArchived(true));
        Files.writeString(
                fake.create("20261128-150000-damaged", "damaged", "relu").experiment(), "{ \"schema\": 1,");
    }

    private static Script whole(double better) {
        return new Script(15, 40, 0, -1, End.FINISHED, better);
    }

    private static RunDirectory trained(FakeRuns fake, String id, String name, String activation, Script script)
            throws IOException {
        RunDirectory run = fake.create(id, name, activation);
        Files.createDirectories(run.checkpoints());
        Files.writeString(run.log(), "");
        for (int epoch = 1; epoch <= script.epochs(); epoch++) {
            fake.log(run, "epoch " + epoch + " of " + script.epochs() + " is done");
        }
        new FakeTrainer(script).work(run);
        return run;
    }
}
