package org.smoothbench.core.probe.bench;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AutoAttack;
import org.smoothbench.core.launch.TrainedModel;

/**
 * One image of the test set under attack.
 *
 * @param model which weights were attacked
 * @param how attack, budget and seed
 * @param index of the image in the test set
 * @param label its class
 * @param clean the image itself, and what the model says of it
 * @param path the decisive run from its start to its last step: the one that fooled the model, else the one that came to the
 *     largest loss, or with FAB nearest to the image; of Square the moves it kept; thinned where images are so large that not
 *     all can be held; empty where the model is wrong about the image itself
 * @param run the number of that run, from 0
 * @param example the first iterate that fools the model; the image itself where the model is wrong about it
 * @param millis how long it took
 */
public record AttackedImage(
        TrainedModel.Weights model,
        BenchSettings how,
        int index,
        int label,
        Iterate clean,
        List<Iterate> path,
        int run,
        Optional<Iterate> example,
        double millis) {

    public AttackedImage {
        path = List.copyOf(path);
    }

    /** Whether the model was made to be wrong, or is so without any attack. */
    public boolean fooled() {
        return example.isPresent();
    }

    /** The step that fooled the model first. */
    public Optional<Integer> firstSuccess() {
        return path.isEmpty() ? Optional.empty() : example.map(Iterate::step);
    }

    /** Whether the attack ascends the loss of its iterates; FAB and Square go by the margin instead. */
    public boolean ascends() {
        return switch (how.attack()) {
            case AttackSpec.Fgsm _, AttackSpec.Pgd _, AttackSpec.Apgd _, AttackSpec.ApgdTargeted _ -> true;
            case AttackSpec.Fab _, AttackSpec.FabTargeted _, AttackSpec.Square _ -> false;
            case AutoAttack ensemble -> throw new IllegalStateException(ensemble.label() + " is several attacks");
        };
    }

    /** What its steps are called: steps, or queries of Square, of which only those it kept are on the path. */
    public String stepWord() {
        return how.attack() instanceof AttackSpec.Square ? "query" : "step";
    }

    /** How many steps the decisive run took, or moves it tried: Square tries on although it keeps none. */
    public int lastStep() {
        if (path.isEmpty()) {
            return 0;
        }
        Iterate last = path.getLast();
        // At a margin of zero the search ends.
        return how.attack() instanceof AttackSpec.Square square && last.answer().margin(label) < 0
                ? square.queries()
                : last.step();
    }

    /**
     * What to look at: the example, or else the iterate that came nearest to one (the largest loss; of FAB, which leaves the
     * budget, the nearest that fools), or else the image.
     */
    public Iterate shown() {
        return example.or(() -> path.stream().max(Iterate.BY_SUCCESS)).orElse(clean);
    }
}
