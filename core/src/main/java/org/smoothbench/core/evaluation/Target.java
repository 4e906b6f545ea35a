package org.smoothbench.core.evaluation;

import java.util.function.BooleanSupplier;
import org.smoothbench.core.model.Classifier;

/**
 * A model under evaluation. Belongs to the engine's thread.
 *
 * @param attacked the model as attacks see it: folded for speed, perhaps with other derivatives
 * @param used the model as it is used; it has the last word on every adversarial example
 * @param cancelled asked before each query of an attack; when true, the evaluation stops
 */
public record Target(Classifier attacked, Classifier used, BooleanSupplier cancelled) {

    /** A model that is attacked as it is used. */
    public static Target of(Classifier model) {
        return new Target(model, model, () -> false);
    }

    public Target {
        if (attacked.classes() != used.classes()) {
            throw new IllegalArgumentException(attacked.classes() + " classes attacked, " + used.classes() + " used");
        }
    }
}
