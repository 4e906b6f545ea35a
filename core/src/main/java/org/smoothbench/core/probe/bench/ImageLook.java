package org.smoothbench.core.probe.bench;

import java.util.Optional;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/** Fetches a test image and asks a model about it. */
public final class ImageLook implements ProbeTask<SeenImage> {

    private final ModelChoice choice;
    private final int index;

    /**
     * A look.
     *
     * @param index in the test set; one that is too large means the last image
     */
    public ImageLook(ModelChoice choice, int index) {
        this.choice = choice;
        this.index = index;
    }

    @Override
    public Optional<SeenImage> advance(ProbeSession session) {
        int count = session.model(choice).images().supply().size();
        int nearest = Math.clamp(index, 0, count - 1);
        try (Subject subject = Subject.of(session, choice, nearest)) {
            return Optional.of(new SeenImage(
                    nearest,
                    count,
                    subject.batch().label(0),
                    subject.model().images().classNames(),
                    subject.picture(subject.batch().images().toFloatArray(), 0),
                    subject.answers(subject.batch().images())[0]));
        }
    }
}
