package org.smoothbench.core.evaluation;

/**
 * A reason to trust a result less.
 *
 * @param kind what it is
 * @param message what was seen and what it means, for somebody who has not met it before
 */
public record ReliabilityFlag(Kind kind, String message) {

    /** What may be wrong. */
    public enum Kind {
        /** The model answers the same question differently. */
        RANDOMISED,
        /** The model gives probabilities where logits are wanted. */
        PROBABILITIES,
        /** Logits are so far apart that cross-entropy loses its gradient to rounding. */
        LOGIT_RANGE,
        /** An image's logits depend on the other images of its batch. */
        BATCH_DEPENDENT,
        /** Too few classes for the losses or targets of the attack's definition. */
        FEW_CLASSES,
        /** Gradients were zero where attacks began. */
        ZERO_GRADIENTS,
        /** Losses or gradients were no finite numbers. */
        NOT_FINITE,
        /** Attacks never got to a higher loss than they began with. */
        STUCK,
        /** An attack without gradients found what attacks with gradients had not. */
        BLACK_BOX_BETTER,
        /** Images withstand even a budget that allows to replace them. */
        LARGE_BUDGET_WITHSTOOD,
        /** Examples fooled the model as it is attacked, but not as it is used. */
        UNCONFIRMED
    }
}
