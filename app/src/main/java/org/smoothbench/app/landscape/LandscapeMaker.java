package org.smoothbench.app.landscape;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.run.RunDirectory;

/** Computes landscapes somewhere else than on the FX thread. May be called from any thread, and calls back on any. */
public interface LandscapeMaker {

    /**
     * What is wanted.
     *
     * @param run whose landscape
     * @param checkpoint {@code last} or {@code best}
     * @param averaged whether the averaged weights are meant instead of the trained ones
     * @param other the run of the second model, where the plane has one
     */
    record Order(
            RunDirectory run, String checkpoint, boolean averaged, LandscapeSpec spec, Optional<RunDirectory> other) {}

    /**
     * How far it is.
     *
     * @param share of the work that is done, 0 to 1
     * @param words what is being done
     * @param soFar what can be seen already
     */
    record Stage(double share, String words, Optional<Landscape> soFar) {}

    /**
     * Begins, or takes what lies computed in the run's folder.
     *
     * @param heard hears how far it is
     * @return the landscape, or exceptionally {@link org.smoothbench.core.problem.ProblemException}; cancelling it ends the
     *     work
     */
    CompletableFuture<Landscape> begin(Order order, Consumer<Stage> heard);
}
