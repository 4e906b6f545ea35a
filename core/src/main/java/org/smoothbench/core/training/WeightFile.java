package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.WeightMismatchException;
import org.smoothbench.core.problem.Problem;

/** Takes weights out of checkpoints into files that other programs read, and theirs into checkpoints. */
public final class WeightFile {

    private WeightFile() {}

    /**
     * Writes the arrays of a checkpoint, with PyTorch's names.
     *
     * @param averaged whether the averaged weights are meant
     * @throws org.smoothbench.core.problem.ProblemException if the checkpoint is damaged or has no averaged weights
     */
    public static void write(
            TorchEngine engine,
            Checkpoints checkpoints,
            CheckpointInfo checkpoint,
            boolean averaged,
            Path file,
            ArrayFile.Format format)
            throws IOException {
        try (NDManager scratch = engine.manager().newSubManager()) {
            Map<String, NDArray> arrays = arrays(checkpoints, checkpoint, averaged, scratch);
            ArrayFile.write(file, arrays.values(), format);
        }
    }

    /**
     * Gives a network the weights of a checkpoint.
     *
     * @param averaged whether the averaged weights are meant
     * @throws org.smoothbench.core.problem.ProblemException if the checkpoint is damaged, has no averaged weights or is of
     *     another network
     */
    public static void load(
            TorchEngine engine, Checkpoints checkpoints, CheckpointInfo checkpoint, boolean averaged, Network network)
            throws IOException {
        try (NDManager scratch = engine.manager().newSubManager()) {
            network.state().load(arrays(checkpoints, checkpoint, averaged, scratch));
        } catch (WeightMismatchException e) {
            throw Learner.otherNetwork(checkpoint, e);
        }
    }

    private static Map<String, NDArray> arrays(
            Checkpoints checkpoints, CheckpointInfo checkpoint, boolean averaged, NDManager owner) throws IOException {
        Map<String, NDArray> arrays =
                checkpoints.read(checkpoint, averaged ? Checkpoints.AVERAGE : Checkpoints.MODEL, owner);
        if (arrays.isEmpty()) {
            throw new Problem.Usage(
                            "weights were not averaged in this run", checkpoint.folder(), "take the trained ones")
                    .asException();
        }
        return arrays;
    }

    /**
     * The experiment's network with the weights of a file; close it.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the file cannot be read
     * @throws org.smoothbench.core.model.WeightMismatchException if its arrays are not those of the network
     */
    public static Loaded read(TorchEngine engine, Experiment experiment, Dataset data, Path file) {
        Images sample = data.train();
        ImageShape shape = new ImageShape(sample.channels(), sample.height(), sample.width());
        Network network = Network.create(
                engine,
                experiment.model(),
                shape,
                data.classNames().size(),
                experiment.runtime().seed());
        try (NDManager scratch = engine.manager().newSubManager()) {
            network.state().load(ArrayFile.read(file, scratch));
            return new Loaded(network, experiment);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** A network with weights from elsewhere. Belongs to the engine's thread. */
    public static final class Loaded implements AutoCloseable {

        private final Network network;
        private final Experiment experiment;

        private Loaded(Network network, Experiment experiment) {
            this.network = network;
            this.experiment = experiment;
        }

        /** Makes a checkpoint before the first step of a run, the last and the best; weights that are averaged are equal. */
        public Path save(Checkpoints checkpoints) throws IOException {
            Map<String, Collection<NDArray>> parts = new LinkedHashMap<>();
            parts.put(Checkpoints.MODEL, network.state().all().values());
            if (experiment.training().averaging() instanceof WeightAveraging.Ema) {
                parts.put(Checkpoints.AVERAGE, network.state().all().values());
            }
            CheckpointInfo.Position start =
                    new CheckpointInfo.Position(0, 0, experiment.runtime().seed(), -1, -1);
            return checkpoints.save(parts, start, TrainingState.START, true);
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
