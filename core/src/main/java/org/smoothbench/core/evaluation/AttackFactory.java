package org.smoothbench.core.evaluation;

import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/** Makes attacks of their settings. */
@FunctionalInterface
interface AttackFactory {

    /** A single attack within a budget. */
    Attack attack(AttackSpec spec, ThreatModel threat);
}
