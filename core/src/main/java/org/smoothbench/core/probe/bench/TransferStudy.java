package org.smoothbench.core.probe.bench;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.attack.BudgetCheck;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;
import org.smoothbench.core.problem.Problem;

/**
 * Makes adversarial examples on each of several models and shows them to all of them. The example of an image is the iterate
 * with the largest loss of those that fool the model it is made on, or of all if none does. First images are sought that all
 * models get right, spread evenly over the test set.
 */
public final class TransferStudy implements ProbeTask<TransferMatrix> {

    /** Small, so that what is urgent does not wait long. */
    private static final int BATCH = 16;

    private final List<ModelChoice> models;
    private final int wanted;
    private final BenchSettings how;
    private final Consumer<Progress> told;
    private final List<Integer> images = new ArrayList<>();
    private final List<TrainedModel.Weights> weights = new ArrayList<>();
    private final int[][] fooled;
    private int[] order = new int[0];
    private int looked;
    private int attacked;

    /**
     * How far it is.
     *
     * @param images found that all models get right
     * @param wanted how many are sought
     * @param examples made so far
     * @param of how many will be made; 0 while images are sought
     */
    public record Progress(int images, int wanted, int examples, int of) {}

    /**
     * A study.
     *
     * @param models two or more whose images are of one size and classes; a model may stand beside itself
     * @param images how many are wanted
     * @param told hears after each batch how far it is, on the engine's thread
     */
    public TransferStudy(List<ModelChoice> models, int images, BenchSettings how, Consumer<Progress> told) {
        this.models = List.copyOf(models);
        this.wanted = images;
        this.how = how;
        this.told = told;
        fooled = new int[models.size()][models.size()];
    }

    @Override
    public Optional<TransferMatrix> advance(ProbeSession session) {
        if (weights.isEmpty()) {
            begin(session);
        } else if (images.size() < wanted && looked < order.length) {
            look(session);
        } else if (attacked < models.size() * images.size()) {
            attack(session);
        } else {
            return Optional.of(result());
        }
        int of = images.size() < wanted && looked < order.length ? 0 : models.size() * images.size();
        told.accept(new Progress(images.size(), wanted, attacked, of));
        return Optional.empty();
    }

    private void begin(ProbeSession session) {
        Subject.requireAlike(session, models);
        models.forEach(choice -> weights.add(session.model(choice).weights()));
        int size = session.model(models.getFirst()).images().supply().size();
        // All images in an order that is spread evenly whenever it ends: as far apart as the wanted ones, then those
        // between.
        int stride = Math.max(1, size / Math.max(1, wanted));
        order = IntStream.range(0, stride)
                .flatMap(from -> IntStream.iterate(from, i -> i < size, i -> i + stride))
                .toArray();
    }

    private void look(ProbeSession session) {
        int[] some = IntStream.range(looked, Math.min(looked + 4 * BATCH, order.length))
                .map(i -> order[i])
                .toArray();
        boolean[] allRight = new boolean[some.length];
        java.util.Arrays.fill(allRight, true);
        for (ModelChoice choice : models) {
            try (Subject subject = Subject.of(session, choice, some)) {
                Answer[] answers = subject.answers(subject.batch().images());
                for (int i = 0; i < some.length; i++) {
                    allRight[i] &= answers[i].predicted() == subject.batch().label(i);
                }
            }
        }
        for (int i = 0; i < some.length && images.size() < wanted; i++) {
            looked++;
            if (allRight[i]) {
                images.add(some[i]);
            }
        }
    }

    private void attack(ProbeSession session) {
        int madeOn = attacked / images.size();
        int from = attacked % images.size();
        int[] some = IntStream.range(from, Math.min(from + BATCH, images.size()))
                .map(images::get)
                .toArray();
        float[] examples = examples(session, models.get(madeOn), some);
        for (int asked = 0; asked < models.size(); asked++) {
            try (Subject subject = Subject.of(session, models.get(asked), some)) {
                NDArray shown = subject.manager()
                        .create(examples, subject.batch().images().getShape());
                Answer[] answers = subject.answers(shown);
                for (int i = 0; i < some.length; i++) {
                    fooled[madeOn][asked] +=
                            answers[i].predicted() == subject.batch().label(i) ? 0 : 1;
                }
            }
        }
        attacked += some.length;
    }

    private float[] examples(ProbeSession session, ModelChoice choice, int... some) {
        try (Subject subject = Subject.of(session, choice, some)) {
            ModelQueries queries = new ModelQueries(subject.model().folded(), session.cancelled());
            NDArray clean = subject.batch().images();
            StrongestIterates strongest = new StrongestIterates(clean.toFloatArray(), some.length);
            var _ = Attack.of(how.attack(), how.threat()).follow(queries, subject.batch(), how.seed(), strongest);
            NDArray examples = subject.manager().create(strongest.images(), clean.getShape());
            new BudgetCheck(how.threat()).accept(clean, examples);
            return strongest.images();
        }
    }

    private TransferMatrix result() {
        if (images.isEmpty()) {
            throw new Problem.Usage(
                            "there is no test image that all of these models get right",
                            "",
                            "compare fewer models, or ones that were trained longer")
                    .asException();
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : fooled) {
            rows.add(java.util.Arrays.stream(row).boxed().toList());
        }
        return new TransferMatrix(weights, how, images, looked, rows);
    }
}
