package org.smoothbench.app.follow;

import java.util.List;
import org.smoothbench.core.run.Measurement;

/**
 * What only the page of a run needs.
 *
 * @param runId the run's folder name
 * @param measurements everything measured, in the order of the file
 * @param log the end of its log
 */
public record RunDetail(String runId, List<Measurement> measurements, LogLines log) {

    public RunDetail {
        measurements = List.copyOf(measurements);
    }
}
