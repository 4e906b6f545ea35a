package org.smoothbench.core.launch;

import java.io.IOException;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.WeightFile;

/** A checkpoint of a run as it lies on disk: which weights it holds, and its network for images that are open elsewhere. */
public final class SavedNetwork {

    private final RunDirectory run;
    private final Checkpoints checkpoints;
    private final CheckpointInfo info;
    private final Experiment experiment;
    private final TrainedModel.Weights weights;

    private SavedNetwork(
            RunDirectory run,
            Checkpoints checkpoints,
            CheckpointInfo info,
            Experiment experiment,
            TrainedModel.Weights weights) {
        this.run = run;
        this.checkpoints = checkpoints;
        this.info = info;
        this.experiment = experiment;
        this.weights = weights;
    }

    /**
     * Looks for a checkpoint; reads no weights.
     *
     * @param checkpoint {@code last} or {@code best}
     * @param averaged whether the averaged weights are meant instead of the trained ones
     * @throws ProblemException if no run lies there or it has no such checkpoint
     */
    public static SavedNetwork find(RunDirectory run, String checkpoint, boolean averaged) {
        Experiment experiment = TrainedModel.experiment(run);
        try {
            Checkpoints checkpoints = new Checkpoints(run);
            CheckpointInfo info = checkpoints.info(checkpoint).orElseThrow(() -> missing(run, checkpoint));
            String file = averaged ? "average.safetensors" : "model.safetensors";
            TrainedModel.Weights weights = new TrainedModel.Weights(
                    run.id(),
                    checkpoint,
                    averaged,
                    info.position().epoch(),
                    info.position().step(),
                    info.sha256().getOrDefault(file, ""));
            return new SavedNetwork(run, checkpoints, info, experiment, weights);
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    /** What the run was. */
    public Experiment experiment() {
        return experiment;
    }

    /** Which weights these are. */
    public TrainedModel.Weights weights() {
        return weights;
    }

    /**
     * The network with these weights, on the engine's device; the caller closes it.
     *
     * @param images their size
     * @param classes how many
     * @throws ProblemException if the file is gone, damaged or of another network
     */
    public Network open(TorchEngine engine, ImageShape images, int classes) {
        Network network = Network.create(
                engine,
                experiment.model(),
                images,
                classes,
                experiment.runtime().seed());
        try {
            WeightFile.load(engine, checkpoints, info, weights.averaged(), network);
            return network;
        } catch (IOException e) {
            network.close();
            throw unreadable(run, e);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static ProblemException unreadable(RunDirectory run, IOException e) {
        return new Problem.Data(
                        "the checkpoint cannot be read: " + e.getMessage(),
                        run.checkpoints().toString(),
                        "see that it is still there, or take the other one with --checkpoint")
                .asException(e);
    }

    private static ProblemException missing(RunDirectory run, String checkpoint) {
        return new Problem.Usage(
                        "there is no " + checkpoint + " checkpoint yet",
                        run.path().toString(),
                        "let it train to its first one")
                .asException();
    }
}
