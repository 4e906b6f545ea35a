package org.smoothbench.core.probe;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.engine.TorchEngine;

/** What a task computes with. Belongs to the engine's thread, and to whoever opened it. */
public final class ProbeSession implements AutoCloseable {

    /** Models that are open at once; a comparison has four at most. */
    public static final int MODELS = 6;

    private final TorchEngine engine;
    private final OpenModels models;
    private BooleanSupplier cancelled = () -> false;

    /**
     * A session on an engine, which stays open when the session is closed.
     *
     * @param models how many models are open at once
     */
    public ProbeSession(TorchEngine engine, int models) {
        this.engine = engine;
        this.models = new OpenModels(engine, models);
    }

    /** The engine. */
    public TorchEngine engine() {
        return engine;
    }

    /**
     * A model with its test images, open until so many others were asked for that its place is needed.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the run has no such checkpoint, or if it or the images are
     *     damaged
     */
    public OpenModel model(ModelChoice choice) {
        return models.model(choice);
    }

    /** How many models are open. */
    int openModels() {
        return models.size();
    }

    /** Whether nobody waits for the task any more; asked before each query of a network. */
    public BooleanSupplier cancelled() {
        return cancelled;
    }

    /**
     * Does a task at once, whole.
     *
     * @param giveUp asked whether anybody still waits
     * @throws java.util.concurrent.CancellationException if nobody does
     */
    public <T> T whole(ProbeTask<T> task, BooleanSupplier giveUp) {
        Optional<T> result = Optional.empty();
        while (result.isEmpty()) {
            result = bit(task, giveUp);
        }
        return result.get();
    }

    /** Does a bit of a task. */
    <T> Optional<T> bit(ProbeTask<T> task, BooleanSupplier giveUp) {
        // A task may do another one whole.
        BooleanSupplier outer = cancelled;
        cancelled = giveUp;
        try {
            return task.advance(this);
        } finally {
            cancelled = outer;
        }
    }

    @Override
    public void close() {
        models.close();
    }
}
