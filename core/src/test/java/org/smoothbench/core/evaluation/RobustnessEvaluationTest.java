package org.smoothbench.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.DeviceImages;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;

/** Which images are looked at, and what the counts can and cannot be. */
class RobustnessEvaluationTest {

    private static final PgdSpec WEAK = new PgdSpec(0.5, 0.25, 2, true);
    private static final PgdSpec STRONG = new PgdSpec(64, 16, 10, true);

    /** Black images of class 0, then white ones of class 1. */
    private static ImageSet sortedByClass(int count) {
        byte[] pixels = new byte[count * 8 * 8 * 3];
        Arrays.fill(pixels, pixels.length / 2, pixels.length, (byte) 255);
        int[] labels = new int[count];
        Arrays.fill(labels, count / 2, count, 1);
        return new ImageSet(pixels, labels, 8, 8, 3);
    }

    private static Accuracy measure(int examples, PgdSpec attack) {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
                DeviceImages images = new DeviceImages(engine, sortedByClass(40), 2);
                Network network =
                        Network.create(engine, new ResNetSpec(8, 8, new Silu()), new ImageShape(3, 8, 8), 2, 0)) {
            return new RobustnessEvaluation(new EvaluationSpec(1, examples, 7, attack), engine, images, true)
                    .measure(network, 5, () -> false);
        }
    }

    @Test
    void aSubsetHoldsEachClassOfASortedSetInItsShare() {
        Accuracy all = measure(0, WEAK);
        assertThat(all.examples()).isEqualTo(40);
        Accuracy some = measure(10, WEAK);
        assertThat(some.examples()).isEqualTo(10);
        // All images of a class are alike, so shares of a balanced subset are those of the whole set.
        assertThat(some.cleanShare()).isEqualTo(all.cleanShare());
    }

    @Test
    void aStrongerAttackLeavesNoMoreStanding() {
        Accuracy weak = measure(0, WEAK);
        Accuracy strong = measure(0, STRONG);
        assertThat(strong.clean()).isEqualTo(weak.clean());
        assertThat(strong.robust()).isLessThanOrEqualTo(weak.robust());
        assertThat(weak.clean()).isPositive();
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Accuracy(10, 5, 6, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Accuracy(10, 11, 6, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Accuracy(10, 5, 4, 6)).isInstanceOf(IllegalArgumentException.class);
    }
}
