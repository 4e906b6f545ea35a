package org.smoothbench.app.adversary;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.smoothbench.core.probe.ProbeTask;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** Something that is asked again and again, of which only the newest answer counts. FX thread only. */
final class Question<T> {

    private final ProbeThread probe;
    private final Executor fxThread;
    private final String kind;
    private final Urgency urgency;
    private final ReadOnlyObjectWrapper<Asked<T>> state = new ReadOnlyObjectWrapper<>(this, "state", Asked.nothing());
    private long asks;

    /**
     * A question nobody has asked yet.
     *
     * @param kind tells it from other questions of the engine's thread
     */
    Question(ProbeThread probe, Executor fxThread, String kind, Urgency urgency) {
        this.probe = probe;
        this.fxThread = fxThread;
        this.kind = kind;
        this.urgency = urgency;
    }

    ReadOnlyObjectProperty<Asked<T>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    Asked<T> state() {
        return state.get();
    }

    /** Asks, in place of what was asked before. */
    void ask(ProbeTask<T> task) {
        state.set(state.get().again());
        CompletableFuture<T> asked = probe.askLatest(kind, urgency, task);
        long own = ++asks;
        var _ = asked.whenComplete((answer, failure) -> fxThread.execute(() -> {
            if (own == asks) {
                state.set(settled(asked, answer, failure));
            }
        }));
    }

    private Asked<T> settled(CompletableFuture<T> asked, T answer, Throwable failure) {
        if (asked.isCancelled()) {
            return new Asked<>(state.get().answer(), false, "");
        }
        return failure == null
                ? new Asked<>(Optional.of(answer), false, "")
                : new Asked<>(Optional.empty(), false, words(failure));
    }

    /** Forgets question and answer. */
    void drop() {
        asks++;
        probe.cancel(kind);
        state.set(Asked.nothing());
    }

    /** Gives the question up; the answer before stays. */
    void giveUp() {
        probe.cancel(kind);
    }

    private static String words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ProblemException e) {
            Problem problem = e.problem();
            String place = problem instanceof Problem.Data ? " (" + problem.where() + ")" : "";
            return sentence(problem.what() + place)
                    + (problem.remedy().isEmpty() ? "" : " " + sentence(problem.remedy()));
        }
        return cause.toString();
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }
}
