package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * Square (Andriushchenko et al. 2020): random search for a small margin with moves of square shape, without gradients. The
 * model is asked once about where the search begins and then as often as the settings say, as in AutoAttack.
 *
 * <p>The search for an image ends when its margin is no longer positive; the image has fallen if the model's class is then
 * another. Which it is at a margin of exactly zero depends on the order of the classes.
 */
public final class SquareAttack implements Attack {

    private final AttackSpec.Square spec;
    private final ThreatModel threat;

    /** An attack with these settings. */
    public SquareAttack(AttackSpec.Square spec, ThreatModel threat) {
        this.spec = spec;
        this.threat = threat;
    }

    @Override
    public AttackOutcome follow(ModelQueries model, Batch batch, long seed, PathObserver observer) {
        try (NDManager attack = batch.images().getManager().newSubManager()) {
            Finds finds = new Finds(batch, attack);
            findWrong(model, batch, finds, attack);
            for (int restart = 0; restart < spec.restarts(); restart++) {
                int[] places = finds.standing();
                if (places.length == 0) {
                    break;
                }
                try (NDManager scratch = attack.newSubManager()) {
                    Batch rest = batch.pick(places, scratch);
                    AttackOutcome found = search(
                            model, rest, new ImageDraws(seed, restart), observer.relayed(restart, places), scratch);
                    int[] rows = IntStream.range(0, places.length)
                            .filter(found::fell)
                            .toArray();
                    finds.add(Arrays.stream(rows).map(row -> places[row]).toArray(), found.adversarial(), rows);
                }
            }
            return finds.outcome(Symptoms.NONE);
        }
    }

    private AttackOutcome search(
            ModelQueries model, Batch batch, ImageDraws draws, PathObserver observer, NDManager keeper) {
        Finds found = new Finds(batch, keeper);
        SquareSchedule schedule = new SquareSchedule(spec.firstShare());
        SquareMoves moves = SquareMoves.around(batch, threat, schedule, draws, keeper);
        new SquareRun(batch, moves, found, observer, keeper).go(model, spec.queries());
        return found.outcome(Symptoms.NONE);
    }

    /** Images that the model gets wrong as they are have fallen. */
    private static void findWrong(ModelQueries model, Batch batch, Finds finds, NDManager attack) {
        try (NDManager scratch = attack.newSubManager()) {
            NDArray images = Handle.of(batch.images(), scratch);
            boolean[] correct = batch.correct(model.logits(images));
            int[] wrong = IntStream.range(0, correct.length)
                    .filter(place -> !correct[place])
                    .toArray();
            finds.add(wrong, images, wrong);
        }
    }
}
