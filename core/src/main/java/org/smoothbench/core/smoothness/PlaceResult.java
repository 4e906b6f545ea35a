package org.smoothbench.core.smoothness;

/**
 * The kink-crossing rate of one activation of a network.
 *
 * @param place the activation's name, such as {@code layer1.0.act1}
 * @param crossing share of its inputs that change sides between image and adversarial example, over images
 */
public record PlaceResult(String place, Distribution crossing) {}
