package org.smoothbench.core.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.attack.AttackOutcome;
import org.smoothbench.core.attack.BudgetCheck;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.attack.Passes;
import org.smoothbench.core.attack.Symptoms;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.evaluation.BatchEntry.Part;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * Attacks one batch and checks what comes back: each example must lie within the budget, and the model as it is used must
 * be wrong about it.
 */
final class AttackedBatch {

    private final ImageSupply images;
    private final Target target;
    private final long seed;
    private final NDManager owner;

    /**
     * What a batch came to.
     *
     * @param entry for the journal
     * @param examples the adversarial examples of the images that were hit
     */
    record Done(BatchEntry entry, List<float[]> examples) {

        /** All examples, one after another. */
        float[] joined() {
            int length = examples.stream().mapToInt(each -> each.length).sum();
            float[] all = new float[length];
            int at = 0;
            for (float[] each : examples) {
                System.arraycopy(each, 0, all, at, each.length);
                at += each.length;
            }
            return all;
        }
    }

    /**
     * Where a batch belongs.
     *
     * @param part of the evaluation
     * @param stage which attack
     */
    record Place(Part part, int stage) {}

    /**
     * Batches of a model.
     *
     * @param seed of the attacks
     * @param owner the manager below which tensors live while a batch is at work
     */
    AttackedBatch(ImageSupply images, Target target, long seed, NDManager owner) {
        this.images = images;
        this.target = target;
        this.seed = seed;
        this.owner = owner;
    }

    /** Sees which images the model gets right. */
    Done look(List<Integer> indices) {
        long began = System.nanoTime();
        try (NDManager scratch = owner.newSubManager()) {
            Batch batch = images.batch(array(indices), scratch);
            boolean[] correct = batch.correct(target.used().logits(batch.images()));
            List<Integer> right = new ArrayList<>();
            List<Integer> labels = new ArrayList<>();
            for (int place = 0; place < batch.size(); place++) {
                if (correct[place]) {
                    right.add(batch.index(place));
                    labels.add(batch.label(place));
                }
            }
            Passes passes = new Passes(batch.size(), 0);
            BatchEntry entry =
                    new BatchEntry(Part.CLEAN, 0, indices, right, labels, seconds(began), passes, Symptoms.NONE, 0);
            return new Done(entry, List.of());
        }
    }

    /**
     * Attacks images that the model gets right.
     *
     * @param told hears before each query how much was asked
     */
    Done attack(Place place, List<Integer> indices, Attack attack, ThreatModel threat, Consumer<Passes> told) {
        long began = System.nanoTime();
        ModelQueries queries = new ModelQueries(target.attacked(), target.cancelled(), told);
        try (NDManager scratch = owner.newSubManager()) {
            Batch batch = images.batch(array(indices), scratch);
            AttackOutcome outcome = attack.run(queries, batch, seed);
            new BudgetCheck(threat).accept(batch.images(), outcome.adversarial());
            return judged(place, batch, outcome, queries.passes(), began, scratch);
        }
    }

    private Done judged(Place place, Batch batch, AttackOutcome outcome, Passes passes, long began, NDManager scratch) {
        List<Integer> hit = new ArrayList<>();
        List<Integer> predicted = new ArrayList<>();
        List<float[]> examples = new ArrayList<>();
        int unconfirmed = 0;
        int[] claimed = fallen(outcome, batch.size());
        if (claimed.length > 0) {
            NDArray rows = scratch.create(claimed).toType(DataType.INT64, true);
            NDArray adversarial = outcome.adversarial().get(rows);
            long[] classes = target.used().logits(adversarial).argMax(1).toLongArray();
            for (int i = 0; i < claimed.length; i++) {
                if (classes[i] == batch.label(claimed[i])) {
                    unconfirmed++;
                } else {
                    hit.add(batch.index(claimed[i]));
                    predicted.add(Math.toIntExact(classes[i]));
                    if (place.part() == Part.ATTACK) {
                        examples.add(adversarial.get(i).toFloatArray());
                    }
                }
            }
        }
        BatchEntry entry = new BatchEntry(
                place.part(),
                place.stage(),
                indices(batch),
                hit,
                predicted,
                seconds(began),
                passes,
                outcome.symptoms(),
                unconfirmed);
        return new Done(entry, examples);
    }

    private static int[] fallen(AttackOutcome outcome, int size) {
        return IntStream.range(0, size).filter(outcome::fell).toArray();
    }

    private static List<Integer> indices(Batch batch) {
        return IntStream.range(0, batch.size()).mapToObj(batch::index).toList();
    }

    private static int[] array(List<Integer> indices) {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
