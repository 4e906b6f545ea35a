package org.smoothbench.core.probe.landscape;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.launch.LandscapeWork;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeTask;

/**
 * Where landscapes are worked on, one at a time. A task that is given up is never called again, so the work it leaves open,
 * with its folder's lock, is put away when another task begins. Tasks are made on any thread, and work on the probe's.
 */
public final class LandscapeDesk {

    private @Nullable Object owner;
    private @Nullable LandscapeWork work;

    /**
     * A task that computes a landscape into the run's folder, or finds that it is there.
     *
     * @param other the model whose attack gives the second direction, or the end of a line; empty where none is wanted
     * @param progress hears on the engine's thread, after each bit
     */
    public LandscapeTask landscape(
            LandscapeSpec spec,
            ModelChoice choice,
            Optional<ModelChoice> other,
            Consumer<LandscapeTask.Progress> progress) {
        return new LandscapeTask(this, spec, choice, other, progress);
    }

    /** A task that puts away what was given up, so that its folder can be worked on elsewhere. */
    public ProbeTask<Boolean> clear() {
        return _ -> {
            boolean open = work != null;
            putAway();
            return Optional.of(open);
        };
    }

    /** The work of a task; what another one left is put away first. */
    LandscapeWork workOf(Object task, Supplier<LandscapeWork> opening) {
        LandscapeWork open = work;
        if (open == null || !task.equals(owner)) {
            putAway();
            open = opening.get();
            owner = task;
            work = open;
        }
        return open;
    }

    /** Closes what is open; the folder keeps what is done. */
    void putAway() {
        LandscapeWork open = work;
        owner = null;
        work = null;
        if (open != null) {
            open.close();
        }
    }
}
