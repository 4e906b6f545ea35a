package org.smoothbench.app.fake;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/**
 * Measures the pulses of the FX thread: the time between them, and the processor time that the thread used for each with all
 * it did in between. The latter says the same on a machine that is busy with other things. FX thread only.
 */
public final class PulseMeter extends AnimationTimer {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private long lastPulse;
    private long lastProcessor;

    @Override
    public void handle(long now) {
        long used = threads.getCurrentThreadCpuTime();
        if (lastPulse > 0) {
            wall.add((now - lastPulse) / 1e6);
            processor.add((used - lastProcessor) / 1e6);
        }
        lastPulse = now;
        lastProcessor = used;
    }

    /** What was measured since it was started or last asked, in one line. */
    public String line() {
        if (wall.isEmpty()) {
            return "no pulse";
        }
        double time = wall.stream().mapToDouble(Double::doubleValue).sum();
        double used = processor.stream().mapToDouble(Double::doubleValue).sum();
        String text = String.format(
                Locale.ROOT,
                "%.0f fps; longest frame %.0f ms; FX thread %.0f ms of processor in all, %.0f ms for the dearest frame,"
                        + " %.1f ms for the median one",
                1000 * wall.size() / time,
                Collections.max(wall),
                used,
                Collections.max(processor),
                processor.stream().sorted().toList().get(processor.size() / 2));
        wall.clear();
        processor.clear();
        return text;
    }
}
