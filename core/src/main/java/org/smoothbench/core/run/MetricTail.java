package org.smoothbench.core.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Follows the measurements of a run. One thread at a time. */
public final class MetricTail {

    private final LineTail lines;
    private final MeasurementJson json = new MeasurementJson();

    /** Follows a run from its first measurement. */
    public MetricTail(RunDirectory run) {
        lines = new LineTail(run.metrics());
    }

    /** All measurements that have come since the last call, oldest first; damaged lines are passed over. */
    public List<Measurement> poll() throws IOException {
        List<Measurement> measurements = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = pollSome(measurements::add);
        }
        return measurements;
    }

    /**
     * Hands on about a megabyte of what has come, oldest first, so that a reader of many long files can take turns.
     *
     * @return whether there may be more; false once the end was reached
     */
    public boolean pollSome(Consumer<Measurement> receiver) throws IOException {
        List<String> batch = lines.poll();
        for (String line : batch) {
            json.read(line).ifPresent(receiver);
        }
        return !batch.isEmpty();
    }
}
