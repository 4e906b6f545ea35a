package org.smoothbench.core.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the measurements of a run. One thread at a time. */
public final class MetricTail {

    private final LineTail lines;
    private final MeasurementJson json = new MeasurementJson();
    private int damaged;

    /** Follows a run from its first measurement. */
    public MetricTail(RunDirectory run) {
        lines = new LineTail(run.metrics());
    }

    /** All measurements that have come since the last call, oldest first; damaged lines are passed over. */
    public List<Measurement> poll() throws IOException {
        List<Measurement> measurements = new ArrayList<>();
        for (List<String> batch = lines.poll(); !batch.isEmpty(); batch = lines.poll()) {
            for (String line : batch) {
                Optional<Measurement> measurement = json.read(line);
                measurement.ifPresentOrElse(measurements::add, () -> damaged++);
            }
        }
        return measurements;
    }

    /** How many lines were passed over so far, because they hold no measurement. */
    public int damaged() {
        return damaged;
    }
}
