package org.smoothbench.core.probe.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.attack.Attack;
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
        Iterate clean = new Iterate(0, picture, answer, answer.crossEntropy(label), 0, correct, true);
        ImagePath way = new ImagePath(subject, how.threat(), picture);
        if (correct) {
            ModelQueries queries = new ModelQueries(subject.model().folded(), session.cancelled());
            var _ = Attack.of(how.attack(), how.threat()).follow(queries, subject.batch(), how.seed(), way);
        }
        List<Iterate> path = way.decisive();
        Optional<Iterate> example = correct
                ? path.stream()
                        .filter(each -> each.fools() && confirmed(subject, each.picture(), label))
                        .findFirst()
                : Optional.of(clean);
        return new AttackedImage(
                subject.model().weights(),
                how,
                index,
                label,
                clean,
                path,
                way.run(),
                example,
                (System.nanoTime() - began) / 1e6);
    }

    private static boolean confirmed(Subject subject, Picture picture, int label) {
        try (NDArray again = subject.manager()
                .create(picture.shared(), new Shape(1, picture.channels(), picture.height(), picture.width()))) {
            return subject.answers(again)[0].predicted() != label;
        }
    }
}
