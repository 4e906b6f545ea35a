package org.smoothbench.core.preset;

import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;

/** The paper's gradient probe: ReLU forwards, the derivative of Parametric Softplus with alpha 10 backwards. */
final class Probe {

    private static final BackwardDerivative BETTER = new BackwardDerivative.Surrogate(new ParametricSoftplus(10));

    private Probe() {}

    static PgdSpec attacker(PgdSpec attack) {
        return new PgdSpec(attack.epsilon(), attack.stepSize(), attack.steps(), attack.randomStart(), BETTER);
    }

    static OptimizerSpec optimizer(OptimizerSpec optimizer) {
        return new OptimizerSpec(
                optimizer.learningRate(),
                optimizer.momentum(),
                optimizer.nesterov(),
                optimizer.weightDecay(),
                optimizer.withoutDecay(),
                optimizer.clipNorm(),
                BETTER);
    }
}
