package org.smoothbench.app.charts;

import java.util.OptionalDouble;
import org.smoothbench.app.follow.Measurements;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.follow.RunEvent;

/** Where in a run a time lies. */
final class RunTimes {

    private RunTimes() {}

    /** When a run was first started, in milliseconds since 1970; without any sign of that, when it first measured. */
    static long start(RunDetail detail) {
        Measurements measurements = detail.measurements();
        long measured = measurements.rows() > 0 ? measurements.timeMillis(0) : Long.MAX_VALUE;
        long started = detail.events().stream()
                .filter(event -> event.type().equals("started"))
                .mapToLong(RunEvent::timeMillis)
                .findFirst()
                .orElse(measured);
        return Math.min(started, measured);
    }

    /** The place of a time on an axis; on one of steps or epochs that of the last measurement before it. */
    static OptionalDouble place(RunDetail detail, long timeMillis, ChartX x) {
        return switch (x) {
            case RELATIVE -> OptionalDouble.of((timeMillis - start(detail)) / 1000.0);
            case CLOCK -> OptionalDouble.of(timeMillis / 1000.0);
            case STEP, EPOCH -> {
                int row = detail.measurements().rowAt(timeMillis);
                yield row < 0 ? OptionalDouble.of(0) : OptionalDouble.of(x.of(detail.measurements(), row, 0));
            }
        };
    }
}
