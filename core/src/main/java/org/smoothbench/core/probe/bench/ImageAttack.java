package org.smoothbench.core.probe.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.attack.Attack;
import org.smoothbench.core.attack.AttackOutcome;
import org.smoothbench.core.attack.BudgetCheck;
import org.smoothbench.core.attack.FollowedAttack;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/**
 * Attacks one test image and tells the whole way. The folded network is attacked; whether an iterate fools is decided by the
 * network as it is used.
 */
public final class ImageAttack implements ProbeTask<AttackedImage> {

    private final ModelChoice choice;
    private final int index;
    private final BenchSettings how;

    /**
     * An attack.
     *
     * @param index of the image in the test set
     */
    public ImageAttack(ModelChoice choice, int index, BenchSettings how) {
        this.choice = choice;
        this.index = index;
        this.how = how;
    }

    @Override
    public Optional<AttackedImage> advance(ProbeSession session) {
        long began = System.nanoTime();
        try (Subject subject = Subject.of(session, choice, index)) {
            return Optional.of(attack(session, subject, began));
        }
    }

    private AttackedImage attack(ProbeSession session, Subject subject, long began) {
        int label = subject.batch().label(0);
        Picture picture = subject.picture(subject.batch().images().toFloatArray(), 0);
        Answer answer = subject.answers(subject.batch().images())[0];
        boolean correct = answer.predicted() == label;
        Iterate clean = new Iterate(0, picture, answer, answer.crossEntropy(label), 0, correct);
        ModelQueries queries = new ModelQueries(subject.model().folded(), session.cancelled());
        List<Iterate> path = List.of();
        int run = 0;
        Optional<Iterate> example = Optional.of(clean);
        if (correct && Attack.of(how.attack(), how.threat()) instanceof FollowedAttack followed) {
            ImagePath way = new ImagePath(subject, how.threat(), picture);
            var _ = followed.follow(queries, subject.batch(), how.seed(), way);
            path = way.decisive();
            run = way.run();
            example = path.stream()
                    .filter(each -> !each.correct() && confirmed(subject, each.picture(), label))
                    .findFirst();
        } else if (correct) {
            example = unfollowed(subject, queries, clean, label);
        }
        return new AttackedImage(
                subject.model().weights(),
                how,
                index,
                label,
                clean,
                path,
                run,
                example,
                (System.nanoTime() - began) / 1e6);
    }

    private Optional<Iterate> unfollowed(Subject subject, ModelQueries queries, Iterate clean, int label) {
        AttackOutcome outcome = Attack.of(how.attack(), how.threat()).run(queries, subject.batch(), how.seed());
        new BudgetCheck(how.threat()).accept(subject.batch().images(), outcome.adversarial());
        if (!outcome.fell(0)) {
            return Optional.empty();
        }
        Picture found = subject.picture(outcome.adversarial().toFloatArray(), 0);
        Answer answer = subject.answers(outcome.adversarial())[0];
        double distance = Subject.distance(clean.picture(), found, how.threat());
        return Optional.of(new Iterate(0, found, answer, answer.crossEntropy(label), distance, false))
                .filter(_ -> answer.predicted() != label);
    }

    private static boolean confirmed(Subject subject, Picture picture, int label) {
        try (NDArray again = subject.manager()
                .create(picture.shared(), new Shape(1, picture.channels(), picture.height(), picture.width()))) {
            return subject.answers(again)[0].predicted() != label;
        }
    }
}
