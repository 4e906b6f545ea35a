package org.smoothbench.core.probe;

import java.util.Optional;

/**
 * Something to compute on the probe thread, in one go or bit by bit, so that what is more urgent need not wait for all of it.
 * Its result is plain data: no tensor leaves the thread.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface ProbeTask<T> {

    /**
     * Does the next bit.
     *
     * @return what came of it, or empty if there is more to do
     * @throws java.util.concurrent.CancellationException if {@link ProbeSession#cancelled} said so
     * @throws org.smoothbench.core.problem.ProblemException if it cannot be done
     */
    Optional<T> advance(ProbeSession session);
}
