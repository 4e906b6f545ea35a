package org.smoothbench.app.landscape;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.follow.LatestValue;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.problem.ProblemException;

/** One model on the page: what is there of its landscape, and what is being done for it. FX thread only. */
final class SlotViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(SlotViewModel.class);

    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<ShownModel> model;
    private final ReadOnlyObjectWrapper<SlotState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new SlotState.Nothing());
    private final ReadOnlyObjectWrapper<Optional<LandscapeMaker.Stage>> stage =
            new ReadOnlyObjectWrapper<>(this, "stage", Optional.empty());
    private final ReadOnlyStringWrapper unfit = new ReadOnlyStringWrapper(this, "unfit", "");
    private @Nullable CompletableFuture<Landscape> work;
    private long asked;

    SlotViewModel(ShownModel first, Executor fxThread) {
        this.fxThread = fxThread;
        model = new ReadOnlyObjectWrapper<>(this, "model", first);
    }

    /** The model. */
    ReadOnlyObjectProperty<ShownModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    ShownModel model() {
        return model.get();
    }

    /** What there is of its landscape. */
    ReadOnlyObjectProperty<SlotState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the work for it is; empty if there is none. */
    ReadOnlyObjectProperty<Optional<LandscapeMaker.Stage>> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Why its landscape cannot stand beside the first one, in words; empty if it can. */
    ReadOnlyStringProperty unfitProperty() {
        return unfit.getReadOnlyProperty();
    }

    /** Its landscape, if it has one that can stand beside the others. */
    Optional<Landscape> landscape() {
        return unfit.get().isEmpty() ? anyLandscape() : Optional.empty();
    }

    /** Its landscape, whether it fits or not. */
    Optional<Landscape> anyLandscape() {
        return state.get() instanceof SlotState.Ready(Landscape landscape, boolean _)
                ? Optional.of(landscape)
                : Optional.empty();
    }

    /** Its landscape, whether it fits or not, if all of it is computed. */
    Optional<Landscape> wholeLandscape() {
        return state.get() instanceof SlotState.Ready(Landscape landscape, boolean whole) && whole
                ? Optional.of(landscape)
                : Optional.empty();
    }

    /** Whether something is being done for it. */
    boolean busy() {
        return stage.get().isPresent();
    }

    /** Takes over what is known of the model; whether anything is new. */
    boolean show(ShownModel now) {
        boolean changed = !now.equals(model.get());
        if (changed) {
            model.set(now);
        }
        return changed;
    }

    void unfit(String why) {
        unfit.set(why);
    }

    /** Shows that there is nothing of the study. */
    void clear() {
        cancel();
        state.set(new SlotState.Nothing());
    }

    /** Shows that there will be nothing. */
    void refuse(Notice why) {
        cancel();
        state.set(new SlotState.Refused(why));
    }

    /** Follows work; what was shown stays until there is something to see. The work before is given up. */
    void follow(String words, Work begin) {
        cancel();
        long number = asked;
        stage.set(Optional.of(new LandscapeMaker.Stage(0, words, Optional.empty())));
        if (!(state.get() instanceof SlotState.Ready)) {
            state.set(new SlotState.Waiting());
        }
        LatestValue<LandscapeMaker.Stage> heard = new LatestValue<>(fxThread, now -> {
            if (number == asked && busy()) {
                hear(now);
            }
        });
        CompletableFuture<Landscape> begun = begin.begin(heard);
        work = begun;
        // What becomes of this stage itself is of no use.
        var _ = begun.whenComplete((landscape, failure) -> fxThread.execute(() -> {
            if (number == asked) {
                ended(landscape, failure);
            }
        }));
    }

    /** Begins work. */
    interface Work {

        /** Begins; {@code heard} may be called from any thread. */
        CompletableFuture<Landscape> begin(LatestValue<LandscapeMaker.Stage> heard);
    }

    private void hear(LandscapeMaker.Stage now) {
        stage.set(Optional.of(now));
        now.soFar().ifPresent(landscape -> state.set(new SlotState.Ready(landscape, false)));
    }

    private void ended(@Nullable Landscape landscape, @Nullable Throwable failure) {
        work = null;
        stage.set(Optional.empty());
        if (landscape != null) {
            state.set(new SlotState.Ready(landscape, true));
        } else {
            failed(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
        }
    }

    private void failed(@Nullable Throwable failure) {
        switch (failure) {
            case ProblemException problem -> state.set(new SlotState.Refused(Notice.of(problem.problem())));
            case CancellationException _ -> settleCancelled();
            case null, default -> {
                LOG.error("A landscape could not be had", failure);
                state.set(new SlotState.Refused(
                        new Notice("The landscape could not be had because of a fault.", String.valueOf(failure), "")));
            }
        }
    }

    /** Gives up what is being done; what can be seen stays. */
    void cancel() {
        asked++;
        CompletableFuture<Landscape> now = work;
        work = null;
        if (now != null) {
            now.cancel(false);
            stage.set(Optional.empty());
            settleCancelled();
        }
    }

    private void settleCancelled() {
        if (state.get() instanceof SlotState.Waiting) {
            state.set(new SlotState.Nothing());
        }
    }
}
