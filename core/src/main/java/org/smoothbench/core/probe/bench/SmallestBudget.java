package org.smoothbench.core.probe.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.smoothbench.core.launch.TrainedModel;

/**
 * The smallest budget at which an attack was seen to fool a model about one image: an upper bound of the distance to the
 * nearest adversarial example, since a better attack might find a nearer one. Numbers are on the [0, 1] scale.
 *
 * @param model which weights
 * @param how attack, norm and seed; its budget is where the search began
 * @param index of the image in the test set
 * @param fools the length of the shortest perturbation found; 0 where the model is wrong about the image itself; empty where
 *     none was found up to {@code searched}
 * @param stands the largest budget below it at which the attack failed; 0 if it never did
 * @param searched the largest budget that was tried
 * @param tolerance how near {@code stands} the search came, unless the attack's luck changed
 * @param trials the budgets tried, in their order
 * @param example the shortest perturbation's image and the model's answer, as {@link AttackedImage#example}
 * @param fab the length FAB finds, which seeks the nearest example and needs no budget; empty if it was not asked or found
 *     nothing
 */
public record SmallestBudget(
        TrainedModel.Weights model,
        BenchSettings how,
        int index,
        OptionalDouble fools,
        double stands,
        double searched,
        double tolerance,
        List<Trial> trials,
        java.util.Optional<Iterate> example,
        OptionalDouble fab) {

    /**
     * One attack of the search.
     *
     * @param radius the budget on the [0, 1] scale
     * @param fooled whether it succeeded
     * @param length of the perturbation it found; the budget if it found none
     */
    public record Trial(double radius, boolean fooled, double length) {}

    public SmallestBudget {
        trials = List.copyOf(trials);
    }

    /** Whether every larger budget that was tried fooled, too. Attacks are not perfect: a larger budget may fail. */
    public boolean monotone() {
        return trials.stream()
                .filter(trial -> !trial.fooled())
                .allMatch(trial -> fools.isEmpty() || trial.radius() < fools.getAsDouble());
    }
}
