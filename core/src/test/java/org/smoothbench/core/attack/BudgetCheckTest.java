package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.problem.ProblemException;

/** What the last look at adversarial examples lets pass. */
class BudgetCheckTest {

    private static final ThreatModel LINF = new ThreatModel.Linf(255 * 0.1);
    private static final ThreatModel L2 = new ThreatModel.L2(0.1);

    private final AttackRig rig = new AttackRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private ThrowingCallable check(ThreatModel threat, double... moves) {
        float[] clean = new float[moves.length];
        float[] moved = new float[moves.length];
        for (int i = 0; i < moves.length; i++) {
            clean[i] = 0.2f;
            moved[i] = (float) (0.2 + moves[i]);
        }
        NDArray from = rig.tensor(clean, moves.length / 4, 1, 2, 2);
        NDArray to = rig.tensor(moved, moves.length / 4, 1, 2, 2);
        return () -> new BudgetCheck(threat).accept(from, to);
    }

    @Test
    void letsPassWhatIsWithinTheBudgetUpToRounding() {
        assertThatCode(check(LINF, 0.1, -0.1, 0.1, 0.1000005, 0, 0, 0, 0)).doesNotThrowAnyException();
        assertThatCode(check(L2, 0.05, -0.05, 0.05, 0.05, 0, 0, 0.1, 0)).doesNotThrowAnyException();
    }

    @Test
    void namesWhatBreaksTheRules() {
        assertThatThrownBy(check(LINF, 0, 0, 0, 0, 0, 0, 0.11, 0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("image 1")
                .hasMessageContaining("0.0100 more than the budget (L-inf, eps 25.5/255)");
        assertThatThrownBy(check(L2, 0.1, 0.1, 0, 0)).hasMessageContaining("moved by 0.1414");
        assertThatThrownBy(check(LINF, 0, -0.21, 0, 0)).hasMessageContaining("outside [0, 1]");
        assertThatThrownBy(check(new ThreatModel.Linf(255), 0, 0.81, 0, 0)).hasMessageContaining("outside [0, 1]");
        assertThatThrownBy(check(LINF, 0, Double.NaN, 0, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(check(L2, 0, Double.POSITIVE_INFINITY, 0, 0)).hasMessageContaining("Infinity");
    }
}
