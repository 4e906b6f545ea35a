package org.smoothbench.core.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * The engine thread of a process that has better to do: a daemon that begins, and loads PyTorch, with the first task. May be
 * called from any thread. Results and failures arrive on the engine's thread; failures are {@link ProblemException}s.
 */
public final class ProbeThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProbeThread.class);

    private static final long PATIENCE_SECONDS = 5;

    private final RuntimeSpec runtime;
    private final int models;
    private final Object lock = new Object();
    private final Map<Urgency, Deque<Job<?>>> waiting = new EnumMap<>(Urgency.class);
    private @Nullable Job<?> working;
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * A thread that has not begun.
     *
     * @param runtime device and CPU threads
     */
    public ProbeThread(RuntimeSpec runtime) {
        this(runtime, ProbeSession.MODELS);
    }

    /** The same with so many models open at once. */
    ProbeThread(RuntimeSpec runtime, int models) {
        this.runtime = runtime;
        this.models = models;
        for (Urgency urgency : Urgency.values()) {
            waiting.put(urgency, new ArrayDeque<>());
        }
    }

    /** A task with who waits for it. */
    private record Job<T>(String kind, Urgency urgency, ProbeTask<T> task, CompletableFuture<T> future) {

        /** Whether it is over, done or not. */
        boolean advance(ProbeSession session) {
            if (future.isDone()) {
                return true;
            }
            try {
                Optional<T> result = session.bit(task, future::isDone);
                result.ifPresent(future::complete);
                return result.isPresent();
            } catch (CancellationException _) {
                future.cancel(false);
            } catch (ProblemException e) {
                future.completeExceptionally(e);
            } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
                LOG.error("A computation failed", e);
                future.completeExceptionally(fault(e));
            }
            return true;
        }

        private static ProblemException fault(Throwable cause) {
            return new Problem.Internal(
                            "the computation failed: " + cause,
                            "",
                            "see the program's warnings; smaller images or fewer models may fit")
                    .asException(cause);
        }
    }

    /**
     * Asks for a task.
     *
     * @return its result; cancelling it takes the task out, or ends it at its next query of a network
     */
    public <T> CompletableFuture<T> ask(Urgency urgency, ProbeTask<T> task) {
        return add(new Job<>("", urgency, task, new CompletableFuture<>()));
    }

    /**
     * Asks for the newest task of a kind: those of the kind that wait or are worked on are cancelled.
     *
     * @param kind any name, not empty
     */
    public <T> CompletableFuture<T> askLatest(String kind, Urgency urgency, ProbeTask<T> task) {
        cancel(kind);
        return add(new Job<>(kind, urgency, task, new CompletableFuture<>()));
    }

    /** Cancels the tasks of a kind. */
    public void cancel(String kind) {
        List<Job<?>> old = new ArrayList<>();
        synchronized (lock) {
            for (Deque<Job<?>> queue : waiting.values()) {
                queue.stream().filter(job -> job.kind.equals(kind)).forEach(old::add);
                queue.removeAll(old);
            }
            if (working != null && working.kind.equals(kind)) {
                old.add(working);
            }
        }
        // Outside the lock, since whoever waits is told here.
        old.forEach(job -> job.future.cancel(false));
    }

    private <T> CompletableFuture<T> add(Job<T> job) {
        synchronized (lock) {
            if (closed) {
                job.future.cancel(false);
                return job.future;
            }
            queue(job.urgency).add(job);
            if (thread == null) {
                thread = Thread.ofPlatform().daemon().name("probe").start(this::work);
            }
            lock.notifyAll();
        }
        return job.future;
    }

    private void work() {
        try (Opened opened = new Opened()) {
            Optional<Job<?>> next = take();
            while (next.isPresent()) {
                Job<?> job = next.get();
                if (!opened.advance(job)) {
                    putBack(job);
                }
                next = take();
            }
        }
    }

    /** The next job; empty at the end. */
    private Optional<Job<?>> take() {
        synchronized (lock) {
            working = null;
            while (!closed) {
                for (Urgency urgency : Urgency.values()) {
                    Job<?> job = queue(urgency).poll();
                    if (job != null) {
                        working = job;
                        return Optional.of(job);
                    }
                }
                try {
                    lock.wait();
                } catch (InterruptedException _) {
                    closed = true;
                }
            }
            return Optional.empty();
        }
    }

    /** What has begun goes on before others of its urgency, unless it was given up or all is over. */
    private void putBack(Job<?> job) {
        synchronized (lock) {
            if (!closed) {
                queue(job.urgency).addFirst(job);
                return;
            }
        }
        job.future.cancel(false);
    }

    private Deque<Job<?>> queue(Urgency urgency) {
        return java.util.Objects.requireNonNull(waiting.get(urgency));
    }

    /** What the thread has open. */
    private final class Opened implements AutoCloseable {

        private @Nullable TorchEngine engine;
        private @Nullable ProbeSession session;

        boolean advance(Job<?> job) {
            try {
                return job.advance(session());
            } catch (ProblemException e) {
                job.future.completeExceptionally(e);
                return true;
            }
        }

        private ProbeSession session() {
            ProbeSession open = session;
            if (open == null) {
                TorchEngine started = TorchEngine.open(runtime);
                engine = started;
                open = new ProbeSession(started, models);
                session = open;
            }
            return open;
        }

        @Override
        public void close() {
            if (session != null) {
                session.close();
            }
            if (engine != null) {
                engine.close();
            }
        }
    }

    /** Gives up everything and frees models and engine; waits a little for a query that is under way. */
    @Override
    public void close() {
        List<Job<?>> old = new ArrayList<>();
        Thread running;
        synchronized (lock) {
            closed = true;
            waiting.values().forEach(old::addAll);
            waiting.values().forEach(Deque::clear);
            if (working != null) {
                old.add(working);
            }
            running = thread;
            lock.notifyAll();
        }
        old.forEach(job -> job.future.cancel(false));
        if (running != null && !running.equals(Thread.currentThread())) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
