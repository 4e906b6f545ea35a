package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;

/**
 * The runs of a gradient attack, each on the images that the runs before it left standing: target after target from the
 * likeliest wrong class on, and so many restarts for each.
 *
 * @param loss what is ascended
 * @param targets how many wrong classes are aimed at; 0 for none in particular
 * @param restarts runs for each
 */
record Runs(AttackSpec.Loss loss, int targets, int restarts) {

    /** One run. */
    @FunctionalInterface
    interface Run {

        /**
         * Searches once.
         *
         * @param number of the run; its random numbers follow from it
         * @param places of the images in the batch of the attack
         * @param batch the images, in a manager of the run
         * @return an outcome for these images
         */
        AttackOutcome search(int number, int[] places, Batch batch, Objective objective);
    }

    /** Searches until all runs are done or all images fell. */
    AttackOutcome over(ModelQueries model, Batch batch, Run run) {
        Symptoms symptoms = Symptoms.NONE;
        try (NDManager attack = batch.images().getManager().newSubManager()) {
            Finds finds = new Finds(batch, attack);
            int[][] ranking = targets == 0 ? new int[1][] : ranking(model, batch, attack);
            for (int number = 0; number < ranking.length * restarts; number++) {
                int[] places = finds.standing();
                if (places.length == 0) {
                    break;
                }
                try (NDManager scratch = attack.newSubManager()) {
                    Batch rest = batch.pick(places, scratch);
                    Objective objective = objective(rest, ranking[number / restarts], places);
                    AttackOutcome found = run.search(number, places, rest, objective);
                    int[] rows = IntStream.range(0, places.length)
                            .filter(found::fell)
                            .toArray();
                    finds.add(Arrays.stream(rows).map(row -> places[row]).toArray(), found.adversarial(), rows);
                    symptoms = symptoms.plus(found.symptoms());
                }
            }
            return finds.outcome(symptoms);
        }
    }

    private Objective objective(Batch rest, int[] targetOfPlace, int[] places) {
        if (targets == 0) {
            return Objective.awayFrom(loss, rest.oneHot());
        }
        NDManager owner = rest.images().getManager();
        int[] chosen = Arrays.stream(places).map(place -> targetOfPlace[place]).toArray();
        NDArray aims =
                owner.create(chosen).oneHot((int) rest.oneHot().getShape().get(1));
        return Objective.towards(loss, rest.oneHot(), aims);
    }

    /** The wrong classes of each image by their clean logits: first index the rank, second the place. */
    private int[][] ranking(ModelQueries model, Batch batch, NDManager attack) {
        int ranks = (int) Math.min(targets, batch.oneHot().getShape().get(1) - 1);
        try (NDManager scratch = attack.newSubManager()) {
            NDArray logits = model.logits(Handle.of(batch.images(), scratch));
            NDArray wrong = ClassLogits.without(logits, batch.oneHot());
            long[] classes = wrong.topK(ranks, 1).get(1).toLongArray();
            int[][] ranking = new int[ranks][batch.size()];
            for (int i = 0; i < classes.length; i++) {
                ranking[i % ranks][i / ranks] = (int) classes[i];
            }
            return ranking;
        }
    }
}
