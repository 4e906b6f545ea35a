package org.smoothbench.core.probe.bench;

import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.problem.Problem;

/**
 * How images are attacked.
 *
 * @param attack a single attack
 * @param threat its budget
 * @param seed what random numbers follow from
 */
public record BenchSettings(AttackSpec attack, ThreatModel threat, long seed) {

    /**
     * Settings of a single attack.
     *
     * @throws org.smoothbench.core.problem.ProblemException for an ensemble of several
     */
    public BenchSettings {
        if (attack.stages().size() != 1) {
            throw new Problem.Usage(
                            attack.label() + " is several attacks", "--attack", "choose one of them, such as apgd-ce")
                    .asException();
        }
    }

    /** The same within another budget. */
    public BenchSettings within(ThreatModel other) {
        return new BenchSettings(attack, other, seed);
    }

    /** The conditions, such as {@code pgd-10, L-inf, eps 8/255, seed 0}. */
    public String label() {
        return attack.label() + ", " + threat.label() + ", seed " + seed;
    }
}
