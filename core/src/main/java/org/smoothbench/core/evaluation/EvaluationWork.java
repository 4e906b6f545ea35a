package org.smoothbench.core.evaluation;

import java.io.IOException;
import java.util.List;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.evaluation.AttackedBatch.Place;
import org.smoothbench.core.evaluation.BatchEntry.Part;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.problem.Problem;

/** Does what is left of an evaluation batch by batch, each noted before the next; halves batches where memory is short. */
final class EvaluationWork {

    private final Tally tally;
    private final EvaluationJournal journal;
    private final AttackedBatch batches;
    private final EvaluationObserver observer;
    private int batchSize;

    EvaluationWork(
            Tally tally, EvaluationJournal journal, AttackedBatch batches, EvaluationObserver observer, int batchSize) {
        this.tally = tally;
        this.journal = journal;
        this.batches = batches;
        this.observer = observer;
        this.batchSize = batchSize;
    }

    /** What is done with a batch. */
    @FunctionalInterface
    private interface BatchWork {
        AttackedBatch.Done on(List<Integer> indices);
    }

    /** Sees which images the model gets right. */
    void look() throws IOException {
        each(new Place(Part.CLEAN, 0), "clean", batches::look);
    }

    /** Attacks the images of a part. */
    void attack(Place place, String label, Attack attack, ThreatModel threat) throws IOException {
        each(
                place,
                label,
                indices -> batches.attack(
                        place, indices, attack, threat, passes -> observer.working(label, indices.size(), passes)));
    }

    private void each(Place place, String label, BatchWork work) throws IOException {
        int total = tally.subjects(place.part(), place.stage()).size();
        List<Integer> rest = tally.remaining(place.part(), place.stage());
        while (!rest.isEmpty()) {
            AttackedBatch.Done done = withinMemory(rest, work);
            journal.add(done.entry(), done.joined());
            tally.add(done.entry());
            rest = tally.remaining(place.part(), place.stage());
            int finished = total - rest.size();
            observer.progressed(label, finished, total, standing(place, finished));
        }
    }

    private int standing(Place place, int finished) {
        return switch (place.part()) {
            case CLEAN -> tally.correct().size();
            case ATTACK -> tally.standingBefore(place.stage() + 1).size();
            case LARGE_BUDGET -> finished - tally.hits(place.part(), place.stage());
        };
    }

    private AttackedBatch.Done withinMemory(List<Integer> rest, BatchWork work) {
        while (true) {
            List<Integer> some = rest.subList(0, Math.min(batchSize, rest.size()));
            try {
                return work.on(some);
            } catch (RuntimeException | OutOfMemoryError e) {
                if (!MemoryShortage.isBehind(e)) {
                    throw e;
                }
                halve(some.size(), e);
            }
        }
    }

    private void halve(int tried, Throwable fault) {
        if (tried == 1) {
            throw new Problem.Device("out of memory even with one image at a time", "", "use a device with more memory")
                    .asException(fault);
        }
        batchSize = tried / 2;
        observer.noticed("out of memory with " + tried + " images at a time; going on with " + batchSize);
    }
}
