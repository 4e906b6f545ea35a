package org.smoothbench.core.launch;

import java.nio.file.Files;
import java.util.Optional;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.data.TestSet;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.WeightMismatchException;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;

/**
 * The network of a run with the weights of one of its checkpoints, and what it was trained on. The run may go on
 * meanwhile. Belongs to the engine's thread; closing it frees the network and closes the data, not the engine.
 *
 * @param experiment what was run
 * @param data its test images; those of a folder may be decoded at every visit
 * @param network with the weights of the checkpoint
 * @param weights which weights they are
 */
public record TrainedModel(Experiment experiment, TestSet data, Network network, Weights weights)
        implements AutoCloseable {

    /**
     * Which weights of a run a network has.
     *
     * @param run the run's name
     * @param checkpoint {@code last} or {@code best}
     * @param averaged whether they are the averaged ones
     * @param epoch completed epochs
     * @param step completed steps
     * @param sha256 of the file they lie in, in hexadecimal
     */
    public record Weights(String run, String checkpoint, boolean averaged, int epoch, long step, String sha256) {}

    /**
     * The specification of a run, for the device it names.
     *
     * @throws ProblemException if no run lies there
     */
    public static Experiment experiment(RunDirectory run) {
        if (!Files.isRegularFile(run.experiment())) {
            throw new Problem.Usage("no run lies here", run.path().toString(), "see the runs with: smoothbench list")
                    .asException();
        }
        return new ExperimentFile().read(run.experiment());
    }

    /**
     * Reads the data of a run and puts one of its networks on the engine's device.
     *
     * @param checkpoint {@code last} or {@code best}
     * @param averaged whether the averaged weights are meant instead of the trained ones
     * @throws ProblemException if the run has no such checkpoint or no averaged weights, if a file is damaged or of
     *     another network, or if the data cannot be read
     */
    public static TrainedModel open(TorchEngine engine, RunDirectory run, String checkpoint, boolean averaged) {
        return open(engine, run, checkpoint, averaged, Optional.empty());
    }

    /**
     * The same with other images.
     *
     * @param others images of the same size and classes instead of the run's own; empty for those
     * @throws ProblemException as above, or if the images do not fit
     */
    public static TrainedModel open(
            TorchEngine engine, RunDirectory run, String checkpoint, boolean averaged, Optional<DataSpec> others) {
        SavedNetwork saved = SavedNetwork.find(run, checkpoint, averaged);
        Experiment experiment = saved.experiment();
        TestSet data = Datasets.openTest(others.orElseGet(experiment::data));
        try {
            Images sample = data.images();
            ImageShape shape = new ImageShape(sample.channels(), sample.height(), sample.width());
            Network network = saved.open(engine, shape, data.classNames().size());
            return new TrainedModel(
                    others.map(experiment::withData).orElse(experiment), data, network, saved.weights());
        } catch (RuntimeException e) {
            data.close();
            if (others.isPresent() && e.getCause() instanceof WeightMismatchException) {
                throw unfit(run, data);
            }
            throw e;
        }
    }

    private static ProblemException unfit(RunDirectory run, TestSet others) {
        Images sample = others.images();
        return new Problem.Data(
                        "the network is not for images of %dx%dx%d in %d classes"
                                .formatted(
                                        sample.channels(),
                                        sample.height(),
                                        sample.width(),
                                        others.classNames().size()),
                        run.path().toString(),
                        "give images of the size and classes it was trained on")
                .asException();
    }

    @Override
    public void close() {
        network.close();
        data.close();
    }
}
