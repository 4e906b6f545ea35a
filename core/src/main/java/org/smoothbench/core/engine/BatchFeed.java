package org.smoothbench.core.engine;

import ai.djl.ndarray.NDManager;
import java.util.Optional;

/** Batches one after another, in a fixed order. Belongs to the engine's thread; closing it stops its own threads. */
public interface BatchFeed extends AutoCloseable {

    /** Whether there is another batch. */
    boolean hasNext();

    /**
     * The next batch; waits if it is not ready.
     *
     * @param owner the manager that owns the batch
     * @throws org.smoothbench.core.problem.ProblemException if an image cannot be decoded, with the file's name
     * @throws java.util.concurrent.CancellationException if the thread is interrupted while it waits
     * @throws java.util.NoSuchElementException if there is none
     */
    Batch next(NDManager owner);

    /** Which images the last batch given holds. */
    int[] indices();

    /** How far preparation is ahead, and the waiting since this was last asked; empty where nothing is prepared. */
    Optional<FeedLoad> load();

    @Override
    void close();
}
