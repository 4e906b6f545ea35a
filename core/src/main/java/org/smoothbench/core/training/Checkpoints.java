package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.WholeFile;

/**
 * The checkpoints of one run. Each lies in a folder of its own, {@code checkpoints/step-00000300/}, as safetensors with
 * PyTorch's parameter names; {@code last.json} and {@code best.json} point at two of them and are replaced only when the
 * folder is whole, so a kill at any moment leaves a usable one. Folders nobody points at are removed.
 */
public final class Checkpoints {

    private static final String MODEL = "model.safetensors";
    private static final String OPTIMIZER = "optimizer.safetensors";

    private final Path folder;
    private final Gson gson = new Gson();

    /** The checkpoints of a run. */
    public Checkpoints(RunDirectory run) {
        folder = run.checkpoints();
    }

    /** Writes a checkpoint and points {@code last.json}, and {@code best.json} too if told so, at it. */
    Path save(Network network, Sgd optimizer, CheckpointInfo.Position position, boolean best) throws IOException {
        Path target = folder.resolve("step-%08d".formatted(position.step()));
        Files.createDirectories(target);
        write(target.resolve(MODEL), network.state().all());
        write(target.resolve(OPTIMIZER), optimizer.velocities());
        CheckpointInfo info = new CheckpointInfo(
                target.getFileName().toString(),
                position,
                Sha256.of(target.resolve(MODEL)),
                Sha256.of(target.resolve(OPTIMIZER)));
        WholeFile.replace(pointer("last"), gson.toJson(info));
        if (best) {
            WholeFile.replace(pointer("best"), gson.toJson(info));
        }
        removeUnreferenced();
        return target;
    }

    /** What a checkpoint is; {@code name} is {@code last} or {@code best}. Empty if there is none. */
    public Optional<CheckpointInfo> info(String name) throws IOException {
        if (!Files.exists(pointer(name))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(gson.fromJson(Files.readString(pointer(name)), CheckpointInfo.class));
        } catch (JsonParseException e) {
            throw new IOException(pointer(name) + " is damaged", e);
        }
    }

    /** The file with the weights of a checkpoint. */
    public Path modelFile(CheckpointInfo info) {
        return folder.resolve(info.folder()).resolve(MODEL);
    }

    private Path pointer(String name) {
        return folder.resolve(name + ".json");
    }

    private static void write(Path file, Map<String, NDArray> arrays) throws IOException {
        WholeFile.replace(file, temporary -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                new NDList(arrays.values().toArray(NDArray[]::new)).encode(out, NDList.Encoding.SAFETENSORS);
            }
        });
    }

    private void removeUnreferenced() throws IOException {
        Set<String> kept = new HashSet<>();
        info("last").ifPresent(info -> kept.add(info.folder()));
        info("best").ifPresent(info -> kept.add(info.folder()));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "step-*")) {
            for (Path old : folders) {
                if (!kept.contains(old.getFileName().toString())) {
                    Files.deleteIfExists(old.resolve(MODEL));
                    Files.deleteIfExists(old.resolve(OPTIMIZER));
                    Files.deleteIfExists(old);
                }
            }
        }
    }
}
