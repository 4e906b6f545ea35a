package org.smoothbench.viz.export;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Saves on another thread. */
final class InBackground {
    private InBackground() {}

    interface Job {
        void write() throws ExportException;
    }

    /** Completes with the file, or exceptionally with an {@link ExportException}. */
    static CompletableFuture<Path> save(Executor background, Path target, Job job) {
        var result = new CompletableFuture<Path>();
        try {
            background.execute(() -> {
                try {
                    job.write();
                    result.complete(target);
                } catch (ExportException e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new ExportException(target, "the program is about to end", e));
        }
        return result;
    }
}
