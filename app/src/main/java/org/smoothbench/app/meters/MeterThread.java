package org.smoothbench.app.meters;

import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the machine every two seconds while anybody sees the meters, on a daemon thread. */
public final class MeterThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MeterThread.class);
    private static final long INTERVAL_SECONDS = 2;

    private final MetersViewModel model;
    private final Executor fxThread;
    private final BooleanSupplier seen;
    private final LoadProbe probe;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("meters").factory());

    /**
     * Meters of this machine, not yet started.
     *
     * @param seen whether the meters can be seen; asked on the FX thread
     */
    public MeterThread(MetersViewModel model, Executor fxThread, BooleanSupplier seen) {
        this(model, fxThread, seen, new SystemProbe());
    }

    MeterThread(MetersViewModel model, Executor fxThread, BooleanSupplier seen, LoadProbe probe) {
        this.model = model;
        this.fxThread = fxThread;
        this.seen = seen;
        this.probe = probe;
    }

    /** Starts to look. */
    public void start() {
        var _ = thread.scheduleWithFixedDelay(() -> fxThread.execute(this::ask), 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void ask() {
        if (seen.getAsBoolean() && !thread.isShutdown()) {
            OptionalLong worker = model.worker();
            thread.execute(() -> look(worker));
        }
    }

    private void look(OptionalLong worker) {
        try {
            LoadSample sample = probe.sample(worker);
            fxThread.execute(() -> model.show(sample));
        } catch (RuntimeException e) {
            LOG.error("The machine could not be measured", e);
        }
    }
}
