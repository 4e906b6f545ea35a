package org.smoothbench.app.debug;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log how long the window took to be usable and whenever it stopped answering. FX thread only.
 *
 * <p>Switched on by {@code -Dsmoothbench.debug=true}.
 */
public final class DebugMode implements AutoCloseable {

    /** What a person begins to notice. */
    public static final Duration TOLERATED = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(DebugMode.class);

    private Optional<StallMonitor> monitor = Optional.empty();

    private DebugMode() {}

    /** Begins to measure, if it is asked for. */
    public static Optional<DebugMode> ifWanted() {
        return Boolean.getBoolean("smoothbench.debug") ? Optional.of(new DebugMode()) : Optional.empty();
    }

    /** Says how long ago the JVM began, once what is on the scene now can be seen, and watches from then on. */
    public void usable(Scene scene) {
        Runnable afterLayout = new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                monitor = Optional.of(new StallMonitor(TOLERATED, DebugMode::tell));
                // Not the process table's: its clock can be seconds off.
                long start = ManagementFactory.getRuntimeMXBean().getStartTime();
                LOG.info(
                        "usable after {} ms and {} ms of processor",
                        System.currentTimeMillis() - start,
                        ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis());
            }
        };
        scene.addPostLayoutPulseListener(afterLayout);
        Platform.requestNextPulse();
    }

    @Override
    public void close() {
        monitor.ifPresent(watching -> {
            LOG.info(
                    "{} stalls over {} ms, the longest answer took {} ms",
                    watching.stalls(),
                    TOLERATED.toMillis(),
                    watching.longest().toMillis());
            watching.close();
        });
    }

    private static void tell(StallMonitor.Stall stall) {
        LOG.info("the window did not answer for {} ms{}", stall.duration().toMillis(), stall.doing());
    }
}
