package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.WholeFile;

/**
 * The checkpoints of one run. Each lies in a folder of its own, {@code checkpoints/step-00000300/}, as safetensors with
 * PyTorch's parameter names; {@code last.json} and {@code best.json} point at two of them and are replaced only when the
 * folder is whole, so a kill at any moment leaves a usable one. Folders nobody points at are removed.
 */
public final class Checkpoints {

    /** The file with the trained network's arrays. */
    static final String MODEL = "model";

    /** The file with the optimizer's velocities. */
    static final String OPTIMIZER = "optimizer";

    /** The file with the averaged weights; only where weights are averaged. */
    static final String AVERAGE = "average";

    /** The file with what the method carries from batch to batch; only where it does. */
    static final String CARRIED = "carried";

    private static final String SUFFIX = "." + ArrayFile.Format.SAFETENSORS.suffix();

    private final Path folder;
    private final Gson gson = new Gson();

    /** The checkpoints of a run. */
    public Checkpoints(RunDirectory run) {
        folder = run.checkpoints();
    }

    /**
     * Writes a checkpoint and points {@code last.json}, and {@code best.json} too if told so, at it.
     *
     * @param parts arrays by the name of the file they go into; empty ones are left out
     */
    Path save(
            Map<String, Collection<NDArray>> parts, CheckpointInfo.Position position, TrainingState state, boolean best)
            throws IOException {
        Path target = folder.resolve("step-%08d".formatted(position.step()));
        Files.createDirectories(target);
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, Collection<NDArray>> part : parts.entrySet()) {
            if (!part.getValue().isEmpty()) {
                Path file = target.resolve(part.getKey() + SUFFIX);
                ArrayFile.write(file, part.getValue(), ArrayFile.Format.SAFETENSORS);
                hashes.put(part.getKey() + SUFFIX, Fingerprint.ofFile(file));
            }
        }
        CheckpointInfo info = new CheckpointInfo(target.getFileName().toString(), position, state, hashes);
        WholeFile.replace(pointer("last"), gson.toJson(info));
        if (best) {
            WholeFile.replace(pointer("best"), gson.toJson(info));
        }
        removeUnreferenced();
        return target;
    }

    /**
     * The arrays of one file of a checkpoint, by name; empty if the checkpoint has no such file.
     *
     * @param owner of the arrays; keep it open while they are used
     * @throws org.smoothbench.core.problem.ProblemException if the file is missing or is not what was saved
     */
    Map<String, NDArray> read(CheckpointInfo info, String part, NDManager owner) throws IOException {
        String hash = info.sha256().get(part + SUFFIX);
        if (hash == null) {
            return Map.of();
        }
        Path file = folder.resolve(info.folder()).resolve(part + SUFFIX);
        requireWhole(file, hash);
        return ArrayFile.read(file, owner);
    }

    /**
     * Makes sure that every file of a checkpoint is what was saved.
     *
     * @throws ProblemException naming the file that is missing or damaged
     */
    public void requireWhole(CheckpointInfo info) throws IOException {
        for (Map.Entry<String, String> file : info.sha256().entrySet()) {
            requireWhole(folder.resolve(info.folder()).resolve(file.getKey()), file.getValue());
        }
    }

    private static void requireWhole(Path file, String hash) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw damaged(file, "the checkpoint's file is missing");
        }
        if (!Fingerprint.ofFile(file).equals(hash)) {
            throw damaged(file, "the checkpoint is damaged: its SHA-256 is not the one that was saved");
        }
    }

    private static ProblemException damaged(Path file, String what) {
        return new Problem.Data(
                        what,
                        file.toString(),
                        "go on from the other checkpoint with: smoothbench resume RUN --from best")
                .asException();
    }

    /**
     * Points {@code last.json} at the best checkpoint, too.
     *
     * @throws org.smoothbench.core.problem.ProblemException if there is no best checkpoint
     */
    public void goBackToBest() throws IOException {
        if (!Files.exists(pointer("best"))) {
            throw new Problem.Usage("there is no best checkpoint yet", folder.toString(), "go on from the last one")
                    .asException();
        }
        WholeFile.replace(pointer("last"), Files.readString(pointer("best")));
    }

    /** What a checkpoint is; {@code name} is {@code last} or {@code best}. Empty if there is none. */
    public Optional<CheckpointInfo> info(String name) throws IOException {
        if (!Files.exists(pointer(name))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(gson.fromJson(Files.readString(pointer(name)), CheckpointInfo.class));
        } catch (JsonParseException e) {
            throw new Problem.Data(
                            "is damaged (" + e.getMessage() + ")",
                            pointer(name).toString(),
                            "go on from the other checkpoint, or start a new run")
                    .asException(e);
        }
    }

    /**
     * The file with a checkpoint's weights: the averaged ones if asked for.
     *
     * @return empty if weights were not averaged
     */
    public Optional<Path> weights(CheckpointInfo info, boolean averaged) {
        String name = (averaged ? AVERAGE : MODEL) + SUFFIX;
        return info.sha256().containsKey(name)
                ? Optional.of(folder.resolve(info.folder()).resolve(name))
                : Optional.empty();
    }

    private Path pointer(String name) {
        return folder.resolve(name + ".json");
    }

    private void removeUnreferenced() throws IOException {
        Set<String> kept = new HashSet<>();
        info("last").ifPresent(info -> kept.add(info.folder()));
        info("best").ifPresent(info -> kept.add(info.folder()));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "step-*")) {
            for (Path old : folders) {
                if (!kept.contains(old.getFileName().toString())) {
                    remove(old);
                }
            }
        }
    }

    private static void remove(Path checkpoint) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(checkpoint)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(checkpoint);
    }
}
