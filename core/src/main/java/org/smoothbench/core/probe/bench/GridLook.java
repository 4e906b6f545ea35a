package org.smoothbench.core.probe.bench;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.attack.AttackOutcome;
import org.smoothbench.core.attack.BudgetCheck;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/** Sees, batch by batch, which test images a model gets right and which of those an attack makes it get wrong. */
public final class GridLook implements ProbeTask<List<Verdict>> {

    /** Small, so that what is urgent does not wait long. */
    private static final int BATCH = 16;

    private final ModelChoice choice;
    private final List<Integer> indices;
    private final BenchSettings how;
    private final Consumer<List<Verdict>> told;
    private final List<Verdict> verdicts = new ArrayList<>();

    /**
     * A look at images.
     *
     * @param indices which, in the order wanted
     * @param told hears the verdicts of each batch, on the engine's thread
     */
    public GridLook(ModelChoice choice, List<Integer> indices, BenchSettings how, Consumer<List<Verdict>> told) {
        this.choice = choice;
        this.indices = List.copyOf(indices);
        this.how = how;
        this.told = told;
    }

    @Override
    public Optional<List<Verdict>> advance(ProbeSession session) {
        int from = verdicts.size();
        int to = Math.min(from + BATCH, indices.size());
        if (from < to) {
            List<Verdict> some = judge(
                    session,
                    indices.subList(from, to).stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
            verdicts.addAll(some);
            told.accept(some);
        }
        return to < indices.size() ? Optional.empty() : Optional.of(List.copyOf(verdicts));
    }

    private List<Verdict> judge(ProbeSession session, int... some) {
        try (Subject subject = Subject.of(session, choice, some)) {
            Batch batch = subject.batch();
            Answer[] answers = subject.answers(batch.images());
            int[] right = IntStream.range(0, some.length)
                    .filter(i -> answers[i].predicted() == batch.label(i))
                    .toArray();
            boolean[] stood = new boolean[some.length];
            if (right.length > 0) {
                stand(session, subject, right, stood);
            }
            return IntStream.range(0, some.length)
                    .mapToObj(i -> new Verdict(
                            some[i], answers[i].predicted(), answers[i].predicted() == batch.label(i), !stood[i]))
                    .toList();
        }
    }

    private void stand(ProbeSession session, Subject subject, int[] right, boolean[] stood) {
        ModelQueries queries = new ModelQueries(subject.model().folded(), session.cancelled());
        try (NDManager scratch = subject.manager().newSubManager()) {
            Batch attacked = subject.batch().pick(right, scratch);
            AttackOutcome outcome = Attack.of(how.attack(), how.threat()).run(queries, attacked, how.seed());
            new BudgetCheck(how.threat()).accept(attacked.images(), outcome.adversarial());
            Answer[] after = subject.answers(outcome.adversarial());
            for (int i = 0; i < right.length; i++) {
                stood[right[i]] = !outcome.fell(i) || after[i].predicted() == attacked.label(i);
            }
        }
    }
}
