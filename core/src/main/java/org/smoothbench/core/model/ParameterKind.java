package org.smoothbench.core.model;

/** What a trained array is for; optimizers treat kinds differently, weight decay above all. */
public enum ParameterKind {
    /** The weight of a convolution or a fully connected layer. */
    WEIGHT,
    /** What a convolution or a fully connected layer adds. */
    BIAS,
    /** Scale or shift of batch normalisation. */
    BATCH_NORM,
    /** A trained number of an activation function. */
    ACTIVATION
}
