package org.smoothbench.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.ReliabilityFlag.Kind;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.problem.ProblemException;

/** Models that make attacks unreliable, and one that does not. */
class ModelChecksTest {

    private static final int CLASSES = 4;

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    /** Flags of a model that makes its logits of a linear layer's. */
    private List<Kind> kinds(UnaryOperator<NDArray> last) {
        float[] pixels = new float[12 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i * 37 % 64) / 64f;
        }
        NDArray images = engine.manager().create(pixels, new Shape(12, 3, 1, 1));
        NDArray weights = engine.manager()
                .create(new float[] {1, -2, 0.5f, 0, 3, 1, -1, 2, -0.5f, 1.5f, 0.3f, -2}, new Shape(3, CLASSES));
        Classifier model = new Classifier() {

            @Override
            public NDArray logits(NDArray x) {
                return last.apply(x.reshape(x.getShape().get(0), 3).matMul(weights));
            }

            @Override
            public int classes() {
                return CLASSES;
            }
        };
        int[] labels = new int[12];
        NDArray oneHot = engine.manager().create(labels).oneHot(CLASSES);
        return ModelChecks.of(model, new Batch(images, oneHot, labels)).stream()
                .map(ReliabilityFlag::kind)
                .toList();
    }

    @Test
    void anOrdinaryModelHasNoFlags() {
        assertThat(kinds(logits -> logits)).isEmpty();
    }

    @Test
    void aModelThatAnswersAtRandomIsFlagged() {
        assertThat(kinds(logits ->
                        logits.add(engine.manager().randomNormal(0, 0.1f, logits.getShape(), logits.getDataType()))))
                .containsExactly(Kind.RANDOMISED);
    }

    @Test
    void probabilitiesAreFlagged() {
        assertThat(kinds(logits -> logits.softmax(1))).containsExactly(Kind.PROBABILITIES);
    }

    @Test
    void logitsFarApartAreFlagged() {
        assertThat(kinds(logits -> logits.matMul(engine.manager().eye(CLASSES).matMul(large()))))
                .containsExactly(Kind.LOGIT_RANGE);
    }

    private NDArray large() {
        float[] diagonal = new float[CLASSES * CLASSES];
        for (int k = 0; k < CLASSES; k++) {
            diagonal[k * CLASSES + k] = 1000;
        }
        return engine.manager().create(diagonal, new Shape(CLASSES, CLASSES));
    }

    @Test
    void logitsThatDependOnTheBatchAreFlagged() {
        assertThat(kinds(logits -> logits.sub(logits.mean(new int[] {0}, true))))
                .containsExactly(Kind.BATCH_DEPENDENT);
    }

    @Test
    void logitsThatAreNoNumbersAreAnError() {
        assertThatThrownBy(() -> kinds(logits -> logits.sub(logits).div(logits.sub(logits))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no finite numbers");
    }
}
