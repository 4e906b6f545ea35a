package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.attack.PgdAttack;
import org.smoothbench.core.attack.Start;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.BatchNormMode;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/** The inner maximisation of training: what it leaves alone, and the coin it begins with. */
class AdversarialStepTest {

    private static final int BATCH = 8;

    private static final BackwardDerivative SOFT = new BackwardDerivative.Surrogate(new ParametricSoftplus(10));

    private static TrainingMethod.Adversarial method(BatchNormMode batchNorm, double clean, TrainingMethod.Coin coin) {
        return new TrainingMethod.Adversarial(new PgdSpec(8, 8, 1, true), batchNorm, clean, coin);
    }

    private static TrainingSpec spec(TrainingMethod method, BackwardDerivative optimizer) {
        OptimizerSpec sgd = new OptimizerSpec(0.05, 0, false, 0, List.of(), 0, optimizer);
        return new TrainingSpec(1, BATCH, method, sgd, new Schedule.Constant());
    }

    private static Network network(TorchEngine engine) {
        return Network.create(engine, TrainingRig.network(new Relu()), new ImageShape(3, 8, 8), 2, 4);
    }

    private static Batch batch(TorchEngine engine) {
        engine.seed(2);
        NDArray images =
                engine.manager().randomUniform(0, 1, new Shape(BATCH, 8, 8, 3)).transpose(0, 3, 1, 2);
        int[] labels = {0, 1, 0, 1, 1, 0, 0, 1};
        return new Batch(images, engine.manager().create(labels).oneHot(2).duplicate(), labels);
    }

    private static Map<String, float[]> copy(Map<String, NDArray> arrays) {
        Map<String, float[]> copy = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copy.put(name, array.toFloatArray()));
        return copy;
    }

    /** All arrays of the network after one step. */
    private static Map<String, float[]> afterStep(TrainingSpec spec) {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
                Network network = network(engine);
                Sgd sgd = new Sgd(spec.optimizer(), network.state().parameters(), Set.of(), engine.manager());
                NDManager scratch = engine.manager().newSubManager()) {
            Batch batch = batch(engine);
            batch.images().attach(scratch);
            engine.seed(7);
            TrainingStep.of(spec, network, sgd, engine.manager()).run(batch, new Moment(0.05, 1, scratch));
            return copy(network.state().all());
        }
    }

    /** Statistics after one pass in training mode over the images that the attack finds in inference mode. */
    private static float[] meanAfterOnePass() {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
                Network network = network(engine)) {
            Batch batch = batch(engine);
            engine.seed(7);
            NDArray examples;
            try (Network.Frozen _ = network.freeze()) {
                examples = new PgdAttack(new PgdSpec(8, 8, 1, true)).perturb(network, batch);
            }
            network.forward(examples, Pass.TRAINING);
            return Objects.requireNonNull(network.state().all().get("layer3.0.bn2.running_mean"))
                    .toFloatArray();
        }
    }

    @ParameterizedTest
    @EnumSource(BatchNormMode.class)
    void onlyTheOuterPassMovesRunningStatisticsUnlessToldOtherwise(BatchNormMode mode) {
        float[] mean = Objects.requireNonNull(
                afterStep(spec(method(mode, 0, TrainingMethod.Coin.BATCH), new BackwardDerivative.Own()))
                        .get("layer3.0.bn2.running_mean"));
        switch (mode) {
            case INFERENCE -> assertThat(mean).containsExactly(meanAfterOnePass());
            case TRAINING -> assertThat(mean).isNotEqualTo(meanAfterOnePass());
        }
    }

    /** Table 1's four rows are four different steps, and they differ where the table says. */
    @Test
    void attackerAndOptimizerUseTheDerivativeEachIsGiven() {
        PgdSpec own = new PgdSpec(8, 8, 1, true);
        PgdSpec soft = new PgdSpec(8, 8, 1, true, SOFT);
        var neither = afterStep(spec(new TrainingMethod.Adversarial(own), new BackwardDerivative.Own()));
        var attacker = afterStep(spec(new TrainingMethod.Adversarial(soft), new BackwardDerivative.Own()));
        var optimizer = afterStep(spec(new TrainingMethod.Adversarial(own), SOFT));
        var both = afterStep(spec(new TrainingMethod.Adversarial(soft), SOFT));
        // Running statistics follow from the examples, hence from the attacker alone.
        String statistic = "bn1.running_mean";
        assertThat(optimizer.get(statistic)).isEqualTo(neither.get(statistic));
        assertThat(both.get(statistic)).isEqualTo(attacker.get(statistic)).isNotEqualTo(neither.get(statistic));
        // The last layer lies behind every activation, so its gradient knows no derivative.
        assertThat(optimizer.get("fc.weight")).isEqualTo(neither.get("fc.weight"));
        assertThat(optimizer.get("conv1.weight")).isNotEqualTo(neither.get("conv1.weight"));
        assertThat(both.get("conv1.weight")).isNotEqualTo(attacker.get("conv1.weight"));
    }

    @Test
    void standardTrainingTakesTheOptimizersDerivative() {
        var own = afterStep(spec(new TrainingMethod.Standard(), new BackwardDerivative.Own()));
        var soft = afterStep(spec(new TrainingMethod.Standard(), SOFT));
        assertThat(soft.get("bn1.running_mean")).isEqualTo(own.get("bn1.running_mean"));
        assertThat(soft.get("conv1.weight")).isNotEqualTo(own.get("conv1.weight"));
    }

    @Test
    void theBatchesCoinFallsAsOftenAsItsProbabilitySays() {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
                Network network = network(engine)) {
            TrainingMethod.Adversarial method = method(BatchNormMode.INFERENCE, 0.2, TrainingMethod.Coin.BATCH);
            TrainingSpec spec = spec(method, new BackwardDerivative.Own());
            try (Sgd sgd = new Sgd(spec.optimizer(), network.state().parameters(), Set.of(), engine.manager())) {
                AdversarialStep step = new AdversarialStep(network, new Descent(spec, network, sgd), method);
                Seeds seeds = new Seeds(11);
                long clean = LongStream.range(0, 5000)
                        .filter(i -> step.start(seeds.step(i)) instanceof Start.AtImage)
                        .count();
                // Three standard deviations of a binomial with 5000 tosses.
                assertThat((double) clean).isCloseTo(1000, within(85.0));
            }
        }
    }
}
