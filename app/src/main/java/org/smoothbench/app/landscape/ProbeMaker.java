package org.smoothbench.app.landscape;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.probe.bench.ImageLook;
import org.smoothbench.core.probe.bench.SeenImage;
import org.smoothbench.core.probe.landscape.LandscapeDesk;
import org.smoothbench.core.probe.landscape.LandscapeOrder;
import org.smoothbench.core.probe.landscape.LandscapeRequest;

/** Computes landscapes of single images, and looks at images, on the engine thread of the window's process. */
public final class ProbeMaker implements LandscapeMaker, TestImages {

    private final ProbeThread thread;
    private final LandscapeDesk desk = new LandscapeDesk();

    /** Work on a thread, which others may use, too. */
    public ProbeMaker(ProbeThread thread) {
        this.thread = thread;
    }

    @Override
    public CompletableFuture<Landscape> begin(Order order, Consumer<LandscapeMaker.Stage> heard) {
        ModelChoice model = new ModelChoice(order.run(), order.checkpoint(), order.averaged());
        LandscapeRequest request = desk.request(new LandscapeOrder(
                model,
                order.other().map(run -> new ModelChoice(run, order.checkpoint(), order.averaged())),
                order.spec()));
        Consumer<LandscapeRequest.Stage> told = stage -> heard.accept(new LandscapeMaker.Stage(
                stage.share(), stage.share() == 0 ? "Attacking" : percent(stage.share()), stage.look()));
        CompletableFuture<Landscape> result = new CompletableFuture<>();
        CompletableFuture<Optional<Landscape>> look = thread.ask(Urgency.BEHIND, request.look(told));
        endWith(result, look);
        // What becomes of these is told by the result.
        var _ = look.whenComplete((found, failure) -> {
            if (failure != null) {
                fail(result, failure);
            } else if (found.isPresent()) {
                result.complete(found.get());
            } else {
                goOn(request, told, result);
            }
        });
        var _ = result.whenComplete((_, _) -> request.giveUp());
        return result;
    }

    private void goOn(
            LandscapeRequest request, Consumer<LandscapeRequest.Stage> told, CompletableFuture<Landscape> result) {
        CompletableFuture<Landscape> rest = thread.ask(Urgency.BEHIND, request.rest(told));
        endWith(result, rest);
        var _ = rest.whenComplete((landscape, failure) -> {
            if (failure != null) {
                fail(result, failure);
            } else {
                result.complete(landscape);
            }
        });
    }

    /** Whoever gives up the result gives up what is done for it. */
    private static void endWith(CompletableFuture<?> result, CompletableFuture<?> part) {
        var _ = result.whenComplete((_, _) -> part.cancel(false));
    }

    private static void fail(CompletableFuture<?> result, Throwable failure) {
        result.completeExceptionally(
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    @Override
    public CompletableFuture<Looked> look(Wanted wanted) {
        ModelChoice model = new ModelChoice(wanted.run(), wanted.checkpoint(), wanted.averaged());
        // The first landscape of a data set needs it, and there is nothing else to do now.
        var _ = thread.ask(Urgency.BEHIND, desk.readiness(model));
        return thread.askLatest(
                        "image of " + wanted.run().id(), Urgency.NOW, new ImageLook(model, wanted.index()))
                .thenApply(ProbeMaker::looked);
    }

    private static Looked looked(SeenImage seen) {
        int predicted = seen.answer().predicted();
        return new Looked(
                seen.index(),
                seen.count(),
                seen.picture(),
                seen.label(),
                seen.classNames(),
                predicted,
                seen.answer().probability(predicted));
    }
}
