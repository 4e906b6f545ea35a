package org.smoothbench.core.landscape;

import java.util.List;

/**
 * What a model says of the image at one place of a plane.
 *
 * @param loss cross-entropy in nats
 * @param margin the largest wrong logit minus that of the class
 * @param predicted the class with the largest logit; -1 if a logit is no number
 * @param probabilities of the classes
 */
public record PlaceReading(double loss, double margin, int predicted, List<Double> probabilities) {

    public PlaceReading {
        probabilities = List.copyOf(probabilities);
    }
}
