package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.WeightMismatch;
import org.smoothbench.core.model.WeightMismatchException;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** Everything that training changes: the network, the optimizer, the average, what the method carries. */
final class Learner implements AutoCloseable {

    private static final int SHOWN_MISMATCHES = 5;

    private final TorchEngine engine;
    private final Network network;
    private final Sgd optimizer;
    private final @Nullable WeightAverage average;
    private final TrainingStep step;

    /**
     * A learner about to begin.
     *
     * @param network is trained; closed with the learner
     * @param averaged gives a second network of the same architecture; asked only if weights are averaged
     */
    Learner(TorchEngine engine, TrainingSpec spec, Network network, Supplier<Network> averaged) {
        this.engine = engine;
        this.network = network;
        this.optimizer = new Sgd(
                spec.optimizer(),
                network.state().parameters(),
                DecayRule.decaying(spec.optimizer(), network.state().kinds()),
                engine.manager());
        this.average = switch (spec.averaging()) {
            case WeightAveraging.None _ -> null;
            case WeightAveraging.Ema ema -> new WeightAverage(ema, network, averaged.get());
        };
        this.step = TrainingStep.of(spec, network, optimizer, engine.manager());
    }

    /** The network as it is trained. */
    Network network() {
        return network;
    }

    /** The network that accuracies are measured of: the averaged one if there is one. */
    Network judged() {
        return average == null ? network : average.network();
    }

    /**
     * Trains on a batch.
     *
     * @param done completed steps
     */
    TrainingStep.Outcome train(Batch batch, Moment moment, long done) {
        TrainingStep.Outcome outcome = step.run(batch, moment);
        if (average != null && Double.isFinite(outcome.loss())) {
            average.update(done, engine.manager());
        }
        return outcome;
    }

    /** All arrays a checkpoint holds, by the name of the file they go into. */
    Map<String, Collection<NDArray>> parts() {
        Map<String, Collection<NDArray>> parts = new LinkedHashMap<>();
        parts.put(Checkpoints.MODEL, network.state().all().values());
        parts.put(Checkpoints.OPTIMIZER, optimizer.velocities().values());
        if (average != null) {
            parts.put(Checkpoints.AVERAGE, average.network().state().all().values());
        }
        parts.put(Checkpoints.CARRIED, step.carried().values());
        return parts;
    }

    /**
     * Takes up the arrays of a checkpoint.
     *
     * @throws ProblemException if a file is damaged or is of another network; damage changes nothing
     */
    void restore(Checkpoints checkpoints, CheckpointInfo info) throws IOException {
        try (NDManager scratch = engine.manager().newSubManager()) {
            Map<String, NDArray> model = checkpoints.read(info, Checkpoints.MODEL, scratch);
            Map<String, NDArray> velocities = checkpoints.read(info, Checkpoints.OPTIMIZER, scratch);
            Map<String, NDArray> averaged = checkpoints.read(info, Checkpoints.AVERAGE, scratch);
            Map<String, NDArray> carried = checkpoints.read(info, Checkpoints.CARRIED, scratch);
            network.state().load(model);
            load(velocities);
            if (average != null) {
                average.network().state().load(averaged.isEmpty() ? model : averaged);
            }
            step.carry(carried);
        } catch (WeightMismatchException e) {
            throw otherNetwork(info, e);
        }
    }

    private void load(Map<String, NDArray> saved) {
        optimizer.velocities().forEach((name, velocity) -> {
            NDArray values = saved.get(name);
            if (values == null || !values.getShape().equals(velocity.getShape())) {
                throw new Problem.Data(
                                "the checkpoint has no velocity of " + name + " as this experiment needs it",
                                "checkpoints",
                                "go on with the experiment the checkpoint was made with")
                        .asException();
            }
            velocity.set(new NDIndex("..."), values);
        });
    }

    /** A checkpoint whose arrays do not fit, in words. */
    static ProblemException otherNetwork(CheckpointInfo info, WeightMismatchException e) {
        String differences = e.mismatches().stream()
                .limit(SHOWN_MISMATCHES)
                .map(WeightMismatch::text)
                .collect(Collectors.joining(", "));
        int more = e.mismatches().size() - SHOWN_MISMATCHES;
        return new Problem.Data(
                        "the checkpoint is of another network: " + differences
                                + (more > 0 ? " and " + more + " more" : ""),
                        "checkpoints/" + info.folder(),
                        "go on with the model the checkpoint was made with, or start a new run")
                .asException(e);
    }

    @Override
    public void close() {
        if (average != null) {
            average.close();
        }
        optimizer.close();
        network.close();
    }
}
