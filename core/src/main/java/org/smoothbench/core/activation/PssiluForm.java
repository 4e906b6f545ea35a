package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;

/**
 * PSSiLU with its two numbers trained or fixed; their sizes count, not their signs. Value and derivatives are
 * computed outside the graph and joined, for the reason given at {@link SmoothReluForm}.
 */
final class PssiluForm implements TensorForm {

    /** Keeps alpha positive whatever the optimizer does. */
    private static final double SMALLEST_ALPHA = 1e-3;

    /** Keeps 1 - beta away from 0. */
    private static final double LARGEST_BETA = 0.99;

    private final Pssilu activation;
    private final @Nullable NDArray trainedAlpha;
    private final @Nullable NDArray trainedBeta;

    PssiluForm(Pssilu activation) {
        this(activation, null, null);
    }

    private PssiluForm(Pssilu activation, @Nullable NDArray trainedAlpha, @Nullable NDArray trainedBeta) {
        this.activation = activation;
        this.trainedAlpha = trainedAlpha;
        this.trainedBeta = trainedBeta;
    }

    static PssiluForm trained(Pssilu activation, TrainedScalars scalars) {
        return new PssiluForm(
                activation, scalars.create("alpha", activation.alpha()), scalars.create("beta", activation.beta()));
    }

    @Override
    public NDArray forward(NDArray x, BackwardDerivative backward) {
        try (NDManager scratch = x.getManager().newSubManager()) {
            NDArray fixed = x.stopGradient();
            fixed.attach(scratch);
            Magnitude alpha = magnitude(trainedAlpha, activation.alpha(), SMALLEST_ALPHA, fixed);
            Magnitude beta = magnitude(trainedBeta, activation.beta(), 0, fixed);
            NDArray tilt = beta.size().minimum(Constants.beside(fixed, LARGEST_BETA));
            NDArray scale = Constants.beside(fixed, 1).div(tilt.neg().addi(1));
            NDArray scaled = fixed.mul(alpha.size());
            NDArray gate = TensorSlope.sigmoid(scaled);
            NDArray rest = TensorSlope.sigmoid(scaled.negi());
            scaled.close();
            // Saturated where the square of x would overflow: this product comes first everywhere.
            NDArray bend = gate.mul(rest).muli(fixed);
            NDArray result = gate.sub(tilt).muli(scale).muli(fixed);
            if (Linearised.wanted()) {
                NDArray slope = switch (backward) {
                    case BackwardDerivative.Own _ ->
                        bend.mul(alpha.size()).addi(gate).subi(tilt).muli(scale);
                    case BackwardDerivative.Surrogate surrogate -> TensorSlope.of(surrogate.activation(), fixed);
                };
                result = Linearised.of(x, fixed, slope, result);
            }
            if (trainedAlpha != null && Linearised.wanted(trainedAlpha)) {
                NDArray derivative = bend.muli(fixed).muli(alpha.sign().mul(scale));
                result = result.addi(alpha.carry(trainedAlpha, derivative, scratch));
            }
            if (trainedBeta != null && Linearised.wanted(trainedBeta)) {
                NDArray derivative =
                        rest.muli(fixed).muli(beta.sign().neg().muli(scale).muli(scale));
                result = result.addi(beta.carry(trainedBeta, derivative, scratch));
            }
            result.attach(x.getManager());
            return result;
        }
    }

    private static Magnitude magnitude(@Nullable NDArray trained, double constant, double floor, NDArray fixed) {
        return trained == null
                ? new Magnitude(Constants.beside(fixed, constant), Constants.beside(fixed, 1))
                : Magnitude.of(trained, floor, fixed.getManager());
    }
}
