package org.smoothbench.core.doctor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.TensorForm;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;

/**
 * What an activation costs on this machine: a forward and a backward pass over 64 channels of 32 x 32 in 64 images, 17 MB,
 * channels-last, as in the first stage of a CIFAR-10 ResNet.
 *
 * @param milliseconds the median over all rounds
 * @param timesRelu that time over ReLU's
 */
public record ActivationCost(double milliseconds, double timesRelu) {

    private static final Shape PIXELS_LAST = new Shape(64, 32, 32, 64);
    private static final int WARM_UP = 3;

    /**
     * Measures activations in turns, so that what else the machine does meets all of them.
     *
     * @param rounds how often each is timed
     * @return the costs in the order of the activations
     */
    public static Map<Activation, ActivationCost> measure(
            List<Activation> activations, RuntimeSpec runtime, int rounds) {
        try (TorchEngine engine = TorchEngine.open(runtime);
                NDManager manager = engine.manager().newSubManager()) {
            Map<Activation, TensorForm> forms = new LinkedHashMap<>();
            forms.put(new Relu(), form(new Relu(), manager));
            activations.forEach(activation -> forms.put(activation, form(activation, manager)));
            NDArray x = manager.randomNormal(PIXELS_LAST).transpose(0, 3, 1, 2);
            NDArray upstream = manager.randomNormal(PIXELS_LAST).transpose(0, 3, 1, 2);
            Map<Activation, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < WARM_UP + rounds; round++) {
                for (Map.Entry<Activation, TensorForm> entry : forms.entrySet()) {
                    double time = time(entry.getValue(), x, upstream);
                    if (round >= WARM_UP) {
                        times.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                                .add(time);
                    }
                }
            }
            double relu = median(times, new Relu());
            Map<Activation, ActivationCost> costs = new LinkedHashMap<>();
            activations.forEach(activation -> costs.put(
                    activation, new ActivationCost(median(times, activation), median(times, activation) / relu)));
            return costs;
        }
    }

    private static TensorForm form(Activation activation, NDManager manager) {
        return TensorForm.of(activation, (_, initial) -> {
            NDArray scalar = manager.full(new Shape(1), (float) initial);
            scalar.setRequiresGradient(true);
            return scalar;
        });
    }

    /** Milliseconds of one pass forth and back; waits for the device. */
    private static double time(TensorForm form, NDArray x, NDArray upstream) {
        try (NDManager step = x.getManager().newSubManager()) {
            NDArray leaf = x.stopGradient();
            leaf.attach(step);
            leaf.setRequiresGradient(true);
            JniUtils.setGradMode(true);
            try {
                long start = System.nanoTime();
                NDArray y = form.forward(leaf, new BackwardDerivative.Own());
                JniUtils.backward((PtNDArray) y, (PtNDArray) upstream, false, false);
                float read = leaf.getGradient().getFloat(0, 0, 0, 0);
                double time = (System.nanoTime() - start) / 1e6;
                if (Float.isNaN(read)) {
                    throw new IllegalStateException("a gradient is not a number");
                }
                return time;
            } finally {
                JniUtils.setGradMode(false);
            }
        }
    }

    private static double median(Map<Activation, List<Double>> times, Activation activation) {
        List<Double> sorted = new ArrayList<>(Objects.requireNonNull(times.get(activation)));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
