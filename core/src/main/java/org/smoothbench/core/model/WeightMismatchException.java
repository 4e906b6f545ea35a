package org.smoothbench.core.model;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when arrays do not fit the network they were to be loaded into; the network is as it was. */
public final class WeightMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int NAMED_IN_MESSAGE = 5;

    private final transient List<WeightMismatch> mismatches;

    WeightMismatchException(List<WeightMismatch> mismatches) {
        super(summary(mismatches));
        this.mismatches = List.copyOf(mismatches);
    }

    /** Every mismatch, in the network's order; arrays the network does not have come last. */
    public List<WeightMismatch> mismatches() {
        return mismatches;
    }

    private static String summary(List<WeightMismatch> mismatches) {
        int more = mismatches.size() - NAMED_IN_MESSAGE;
        return mismatches.stream()
                .limit(NAMED_IN_MESSAGE)
                .map(WeightMismatch::text)
                .collect(Collectors.joining(
                        "; ", "the weights do not fit: ", more > 0 ? "; and " + more + " more" : ""));
    }
}
