package org.smoothbench.core.probe.bench;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smoothbench.core.attack.BudgetCheck;
import org.smoothbench.core.attack.PathObserver;
import org.smoothbench.core.attack.Visit;
import org.smoothbench.core.experiment.ThreatModel;

/** Follows one image through an attack to the last step, and keeps the run that decides. */
final class ImagePath implements PathObserver {

    /** What the pictures of a way may hold; 64 MiB, more than five thousand of CIFAR's size. */
    private static final int MOST_VALUES = 1 << 24;

    private static final int FEWEST = 64;

    private final Subject subject;
    private final ThreatModel threat;
    private final Picture clean;
    private final BudgetCheck check;
    private final int most;
    private List<Iterate> kept = List.of();
    private int keptRun;
    private List<Iterate> current = new ArrayList<>();
    private int currentRun;

    ImagePath(Subject subject, ThreatModel threat, Picture clean) {
        this.subject = subject;
        this.threat = threat;
        this.clean = clean;
        check = new BudgetCheck(threat);
        most = Math.max(FEWEST, MOST_VALUES / subject.shape().size());
    }

    @Override
    public void visited(Visit visit) {
        if (visit.run() != currentRun) {
            settle();
            currentRun = visit.run();
        }
        NDArray iterates = visit.iterates();
        if (visit.within()[0]) {
            check.accept(subject.batch().images(), iterates);
        }
        Picture picture = subject.picture(iterates.toFloatArray(), 0);
        Answer answer = Subject.answers(visit.logits().toFloatArray(), 1)[0];
        if (current.size() >= most) {
            thin();
        }
        current.add(new Iterate(
                visit.step(),
                picture,
                answer,
                visit.losses()[0],
                Subject.distance(clean, picture, threat),
                visit.correct()[0],
                visit.within()[0]));
    }

    /** Lets every second iterate go, those that count left aside. */
    private void thin() {
        List<Iterate> some = new ArrayList<>();
        for (int i = 0; i < current.size(); i++) {
            if (i % 2 == 0 || current.get(i).fools()) {
                some.add(current.get(i));
            }
        }
        current = some;
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
        return Iterate.BY_SUCCESS.compare(
                        Collections.max(one, Iterate.BY_SUCCESS), Collections.max(other, Iterate.BY_SUCCESS))
                > 0;
    }
}
