package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.experiment.ThreatModel;

/** Temporary. */
public final class BudgetCheck {
    private BudgetCheck() {}

    /** Temporary. */
    public static void require(NDArray clean, NDArray adversarial, ThreatModel threat) {}
}
