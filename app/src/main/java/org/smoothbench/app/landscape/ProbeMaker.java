package org.smoothbench.app.landscape;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LookAhead;
import org.smoothbench.core.landscape.SurfacePreview;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.probe.bench.ImageLook;
import org.smoothbench.core.probe.bench.SeenImage;
import org.smoothbench.core.probe.landscape.LandscapeDesk;
import org.smoothbench.core.probe.landscape.LandscapeTask;

/** Computes landscapes of single images, and looks at images, on the engine thread of the window's process. */
public final class ProbeMaker implements LandscapeMaker, TestImages {

    private final ProbeThread thread;
    private final LandscapeDesk desk = new LandscapeDesk();

    /** Work on a thread, which others may use, too. */
    public ProbeMaker(ProbeThread thread) {
        this.thread = thread;
    }

    @Override
    public CompletableFuture<Landscape> begin(Order order, Consumer<Stage> heard) {
        ModelChoice model = new ModelChoice(order.run(), order.checkpoint(), order.averaged());
        Optional<ModelChoice> other =
                order.other().map(run -> new ModelChoice(run, order.checkpoint(), order.averaged()));
        CompletableFuture<LandscapeTask.Result> work = thread.ask(
                Urgency.BEHIND,
                desk.landscape(order.spec(), model, other, progress -> heard.accept(stage(order, progress.preview()))));
        CompletableFuture<Landscape> result = work.thenApply(LandscapeTask.Result::landscape);
        // Whoever gives up the result gives up what is done for it.
        var _ = result.whenComplete((_, _) -> work.cancel(false));
        return result;
    }

    private static Stage stage(Order order, SurfacePreview preview) {
        double share = (double) preview.done() / preview.vertices();
        boolean covers = preview.layers().size() < preview.vertices() || preview.done() == preview.vertices();
        return new Stage(
                share,
                preview.done() == 0 ? "Attacking" : percent(share),
                covers ? Optional.of(LookAhead.of(order.spec(), preview)) : Optional.empty());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    @Override
    public CompletableFuture<Looked> look(Wanted wanted) {
        ModelChoice model = new ModelChoice(wanted.run(), wanted.checkpoint(), wanted.averaged());
        // The first landscape of a data set needs it, and there is nothing else to do now.
        var _ = thread.ask(
                Urgency.BEHIND,
                session -> Optional.of(session.model(model).images().fingerprint()));
        return thread.askLatest("image of " + wanted.run().id(), Urgency.NOW, new ImageLook(model, wanted.index()))
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
