package org.smoothbench.core.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.smoothbench.core.attack.Passes;
import org.smoothbench.core.attack.Symptoms;
import org.smoothbench.core.evaluation.BatchEntry.Part;

/** What the batches of an evaluation add up to, and which images are still to do. */
final class Tally {

    private final List<Integer> examples;
    private final boolean each;
    private final int sampled;
    private final List<BatchEntry> entries = new ArrayList<>();

    /**
     * An evaluation of images of which nothing is known yet.
     *
     * @param examples their indices, in order
     * @param each whether every attack gets all images that are right
     * @param sampled how many of those that are right the large budget is tried on
     */
    Tally(List<Integer> examples, boolean each, int sampled) {
        this.examples = List.copyOf(examples);
        this.each = each;
        this.sampled = sampled;
    }

    void add(BatchEntry entry) {
        entries.add(entry);
    }

    List<BatchEntry> entries() {
        return List.copyOf(entries);
    }

    int examples() {
        return examples.size();
    }

    /** Images the model gets right, in order. */
    Set<Integer> correct() {
        Set<Integer> correct = new LinkedHashSet<>();
        of(Part.CLEAN, 0).forEach(entry -> correct.addAll(entry.hit()));
        return correct;
    }

    /** Images that are right and withstood the attacks before a stage. */
    Set<Integer> standingBefore(int stage) {
        Set<Integer> standing = correct();
        entries.stream()
                .filter(entry -> entry.part() == Part.ATTACK && entry.stage() < stage)
                .forEach(entry -> entry.hit().forEach(standing::remove));
        return standing;
    }

    /** The images a part is about. */
    List<Integer> subjects(Part part, int stage) {
        return switch (part) {
            case CLEAN -> examples;
            case ATTACK -> List.copyOf(each ? correct() : standingBefore(stage));
            case LARGE_BUDGET -> correct().stream().limit(sampled).toList();
        };
    }

    /** The images of a part that no batch had yet. */
    List<Integer> remaining(Part part, int stage) {
        Set<Integer> remaining = new LinkedHashSet<>(subjects(part, stage));
        of(part, stage).forEach(entry -> entry.images().forEach(remaining::remove));
        return List.copyOf(remaining);
    }

    /** Images that fell to an attack, or to the large budget. */
    int hits(Part part, int stage) {
        return of(part, stage).stream().mapToInt(entry -> entry.hit().size()).sum();
    }

    double seconds(Part part, int stage) {
        return of(part, stage).stream().mapToDouble(BatchEntry::seconds).sum();
    }

    Passes passes(Part part, int stage) {
        return of(part, stage).stream().map(BatchEntry::passes).reduce(Passes.NONE, Passes::plus);
    }

    Symptoms symptoms(Part part, int stage) {
        return of(part, stage).stream().map(BatchEntry::symptoms).reduce(Symptoms.NONE, Symptoms::plus);
    }

    int unconfirmed(Part part, int stage) {
        return of(part, stage).stream().mapToInt(BatchEntry::unconfirmed).sum();
    }

    private List<BatchEntry> of(Part part, int stage) {
        return entries.stream()
                .filter(entry -> entry.part() == part && entry.stage() == stage)
                .toList();
    }
}
