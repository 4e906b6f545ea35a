package org.smoothbench.core.landscape;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** What a landscape is drawn over: a plane of images around one, a plane of weights around a network's, or a line of weights. */
public sealed interface PlaneSpec {

    /** The plane as it is typed and as a part of file names, such as {@code adversarial-random-pgd-10}. */
    String slug();

    /**
     * A plane of images x + a u + b v. Both directions are 1 budget long in the L-infinity norm. Random ones are of
     * Rademacher's kind: every value of every pixel moves by the whole budget, up or down.
     */
    sealed interface OfImages extends PlaneSpec {

        /** The attack whose way is drawn: that of the first direction, or PGD-10 where that direction is no search. */
        default DirectionSpec path() {
            DirectionSpec first = switch (this) {
                case AdversarialRandom plane -> plane.direction();
                case AdversarialOrthogonal plane -> plane.direction();
                case AdversarialOther plane -> plane.direction();
                case RandomRandom _ -> new DirectionSpec.Sign();
            };
            return first instanceof DirectionSpec.Sign ? new DirectionSpec.Pgd(10) : first;
        }
    }

    /** A plane or a line of weights. */
    sealed interface OfWeights extends PlaneSpec {

        /** Steps of the attack under which the loss is looked at; 0 for clean images. */
        int attackSteps();
    }

    /** An attack against chance. */
    @Variant(value = "adversarial-random", help = "An attack's perturbation against a random direction")
    record AdversarialRandom(
            @Setting(help = "The attack that gives the first direction", defaultValue = "\"pgd\"")
            DirectionSpec direction)
            implements OfImages {

        @Override
        public String slug() {
            return "adversarial-random-" + direction.slug();
        }
    }

    /** Two attacks on the same model. */
    @Variant(
            value = "adversarial-orthogonal",
            help = "An attack's perturbation against what a second attack, begun elsewhere, adds at right angles to it")
    record AdversarialOrthogonal(
            @Setting(help = "The attack that gives the first direction", defaultValue = "\"pgd\"")
            DirectionSpec direction,

            @Setting(
                    help = "The attack that gives the second direction, minus what lies along the first",
                    defaultValue = "\"pgd\"")
            DirectionSpec second)
            implements OfImages {

        @Override
        public String slug() {
            return "adversarial-orthogonal-" + direction.slug() + "-" + second.slug();
        }
    }

    /** Attacks on two models. */
    @Variant(
            value = "adversarial-other",
            help = "The attack on this model against the same attack on another model, on the same image")
    record AdversarialOther(
            @Setting(help = "The attack on both models", defaultValue = "\"pgd\"")
            DirectionSpec direction,

            @Setting(
                    help = "The other model's run; empty for the next of the runs that are compared",
                    defaultValue = "\"\"")
            String other)
            implements OfImages {

        @Override
        public String slug() {
            return "adversarial-other-" + direction.slug();
        }
    }

    /** Chance alone. */
    @Variant(value = "random-random", help = "Two random directions")
    record RandomRandom() implements OfImages {

        @Override
        public String slug() {
            return "random-random";
        }
    }

    /** Two random directions of weights (Li et al. 2018). */
    @Variant(
            value = "weights",
            help = "Two random directions of the weights, each filter as long as the network's own (Li et al. 2018)")
    record Filters(
            @Setting(
                    help = "Steps of an attack on every image at every vertex; 0 for the loss on clean images",
                    unit = "steps",
                    min = 0,
                    max = 100,
                    defaultValue = "0")
            int attackSteps)
            implements OfWeights {

        @Override
        public String slug() {
            return attackSteps == 0 ? "weights" : "weights-pgd-" + attackSteps;
        }
    }

    /** From one network's weights to another's. */
    @Variant(
            value = "line",
            help = "The straight line from the weights to others: the run's last ones, or those of a second run")
    record Line(
            @Setting(
                    help = "Steps of an attack on every image at every vertex; 0 for the loss on clean images",
                    unit = "steps",
                    min = 0,
                    max = 100,
                    defaultValue = "0")
            int attackSteps)
            implements OfWeights {

        @Override
        public String slug() {
            return attackSteps == 0 ? "line" : "line-pgd-" + attackSteps;
        }
    }
}
