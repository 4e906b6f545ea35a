package org.smoothbench.core.probe.bench;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.smoothbench.core.attack.BudgetCheck;
import org.smoothbench.core.attack.PathObserver;
import org.smoothbench.core.attack.Visit;
import org.smoothbench.core.experiment.ThreatModel;

/** Follows one image through an attack to the last step, and keeps the run that decides. */
final class ImagePath implements PathObserver {

    private final Subject subject;
    private final ThreatModel threat;
    private final Picture clean;
    private final BudgetCheck check;
    private List<Iterate> kept = List.of();
    private int keptRun;
    private List<Iterate> current = new ArrayList<>();
    private int currentRun;

    ImagePath(Subject subject, ThreatModel threat, Picture clean) {
        this.subject = subject;
        this.threat = threat;
        this.clean = clean;
        check = new BudgetCheck(threat);
    }

    @Override
    public void visited(Visit visit) {
        if (visit.run() != currentRun) {
            settle();
            currentRun = visit.run();
        }
        NDArray iterates = visit.iterates();
        check.accept(subject.batch().images(), iterates);
        Picture picture = subject.picture(iterates.toFloatArray(), 0);
        Answer answer = Subject.answers(visit.logits().toFloatArray(), 1)[0];
        current.add(new Iterate(
                visit.step(),
                picture,
                answer,
                visit.losses()[0],
                Subject.distance(clean, picture, threat),
                visit.correct()[0]));
    }

    @Override
    public boolean toTheEnd() {
        return true;
    }

    /** The iterates of the run that decides. */
    List<Iterate> decisive() {
        settle();
        return kept;
    }

    /** Its number. */
    int run() {
        return keptRun;
    }

    private void settle() {
        if (!current.isEmpty() && (kept.isEmpty() || better(current, kept))) {
            kept = current;
            keptRun = currentRun;
        }
        current = new ArrayList<>();
    }

    private static boolean better(List<Iterate> one, List<Iterate> other) {
        return fools(one) == fools(other) ? largestLoss(one) > largestLoss(other) : fools(one);
    }

    private static boolean fools(List<Iterate> path) {
        return path.stream().anyMatch(each -> !each.correct());
    }

    private static double largestLoss(List<Iterate> path) {
        return path.stream().map(Iterate::loss).max(Comparator.naturalOrder()).orElse(Double.NEGATIVE_INFINITY);
    }
}
