package org.smoothbench.app.adversary;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.BudgetSearch;
import org.smoothbench.core.probe.bench.ImageAttack;
import org.smoothbench.core.probe.bench.Iterate;
import org.smoothbench.core.probe.bench.SmallestBudget;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.core.probe.bench.TestSetLook;

/** One of the models on the bench: its test images, the image under attack, and the smallest budget. FX thread only. */
final class BenchModel {

    private final String title;
    private final ReadOnlyIntegerProperty colour;
    private final ModelChoice choice;
    private final Question<TestSet> set;
    private final Question<AttackedImage> attack;
    private final Question<SmallestBudget> smallest;
    private final ReadOnlyStringWrapper misfit = new ReadOnlyStringWrapper(this, "misfit", "");

    /**
     * A model nothing is known of.
     *
     * @param title what its run is called
     * @param colour the index of its curves' colour
     */
    BenchModel(String title, ReadOnlyIntegerProperty colour, ModelChoice choice, ProbeThread probe, Executor fxThread) {
        this.title = title;
        this.colour = colour;
        this.choice = choice;
        String of = " of " + choice;
        set = new Question<>(probe, fxThread, "test set" + of, Urgency.NOW);
        attack = new Question<>(probe, fxThread, "attack" + of, Urgency.NOW);
        smallest = new Question<>(probe, fxThread, "smallest budget" + of, Urgency.SOON);
    }

    String title() {
        return title;
    }

    int colour() {
        return colour.get();
    }

    /** The index of its curves' colour. */
    ReadOnlyIntegerProperty colourProperty() {
        return colour;
    }

    ModelChoice choice() {
        return choice;
    }

    Question<TestSet> set() {
        return set;
    }

    Question<AttackedImage> attack() {
        return attack;
    }

    Question<SmallestBudget> smallest() {
        return smallest;
    }

    /** Why it cannot stand beside the first model; empty if it can. */
    ReadOnlyStringProperty misfitProperty() {
        return misfit.getReadOnlyProperty();
    }

    /** Opens it. */
    void open() {
        set.ask(new TestSetLook(choice));
    }

    /** Whether its images are those of the first model, as far as is known. */
    boolean fits(TestSet first) {
        Optional<TestSet> own = set.state().answer();
        misfit.set(own.filter(mine -> !mine.sameImages(first))
                .map(mine -> ("Its test images are others than those of the first model: %d of %dx%d in %d classes."
                                + " Compare models of the same images.")
                        .formatted(
                                mine.labels().size(),
                                mine.width(),
                                mine.height(),
                                mine.classNames().size()))
                .orElse(""));
        return own.isPresent() && misfit.get().isEmpty();
    }

    void attack(int image, AttackSettings settings) {
        attack.ask(new ImageAttack(choice, image, settings.bench()));
    }

    void searchSmallest(int image, AttackSettings settings) {
        smallest.ask(new BudgetSearch(choice, image, settings.bench(), true));
    }

    /**
     * What is to be seen of the attack.
     *
     * @param step so many steps after the start, where the attack was then; or below 0 for the example
     */
    static Iterate at(AttackedImage attacked, int step) {
        if (step < 0 || attacked.path().isEmpty()) {
            return attacked.shown();
        }
        Iterate at = attacked.path().getFirst();
        for (Iterate each : attacked.path()) {
            at = each.step() <= step ? each : at;
        }
        return at;
    }

    /** Takes back all questions. */
    void close() {
        set.drop();
        attack.drop();
        smallest.drop();
    }
}
