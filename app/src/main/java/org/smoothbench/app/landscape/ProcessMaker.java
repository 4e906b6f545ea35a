package org.smoothbench.app.landscape;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.launch.LandscapeProcess;
import org.smoothbench.core.launch.LandscapeStudy;
import org.smoothbench.core.problem.Problem;

/**
 * Computes landscapes that take long in processes of their own, one after the other: side by side they would slow each other
 * down. What is done stays in the run's folder, so that the same goes on there.
 */
public final class ProcessMaker implements LandscapeMaker {

    private final Executor background;
    private final Semaphore turn = new Semaphore(1, true);

    /** Processes that are waited for in the background. */
    public ProcessMaker(Executor background) {
        this.background = background;
    }

    @Override
    public CompletableFuture<Landscape> begin(Order order, Consumer<Stage> heard) {
        LandscapeProcess process = new LandscapeProcess(
                new LandscapeStudy.Wanted(order.run(), order.checkpoint(), order.averaged()),
                order.other(),
                order.spec());
        CompletableFuture<Landscape> result = new CompletableFuture<>();
        var _ = result.whenComplete((_, _) -> {
            if (result.isCancelled()) {
                background.execute(process::cancel);
            }
        });
        background.execute(() -> {
            try {
                turn.acquire();
                try {
                    result.complete(compute(process, order, heard));
                } finally {
                    turn.release();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                result.cancel(false);
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static Landscape compute(LandscapeProcess process, Order order, Consumer<Stage> heard) {
        heard.accept(new Stage(0, "Starting a process", Optional.empty()));
        process.run(step -> heard.accept(new Stage(step.share(), step.words(), Optional.empty())));
        return LandscapeFile.read(newest(order));
    }

    /** What the process has just kept, or found: it is the newest of its specification. */
    private static LandscapeDirectory newest(Order order) {
        try {
            return LandscapeDirectory.in(order.run().landscapes()).stream()
                    .filter(directory -> matches(directory, order))
                    .findFirst()
                    .orElseThrow(() -> new Problem.Internal(
                                    "the computing process kept no landscape",
                                    order.run().landscapes().toString(),
                                    "")
                            .asException());
        } catch (IOException e) {
            throw new Problem.Data(
                            "the landscapes cannot be read: " + e.getMessage(),
                            order.run().landscapes().toString(),
                            "see that the folder may be read")
                    .asException(e);
        }
    }

    private static boolean matches(LandscapeDirectory directory, Order order) {
        try {
            var report = LandscapeFile.report(directory);
            return report.spec().equals(order.spec())
                    && report.subject().checkpoint().equals(order.checkpoint())
                    && report.subject().averaged() == order.averaged();
        } catch (org.smoothbench.core.problem.ProblemException _) {
            // A damaged one beside it is not the one that was just written.
            return false;
        }
    }
}
