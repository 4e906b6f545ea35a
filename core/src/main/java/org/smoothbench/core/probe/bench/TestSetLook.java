package org.smoothbench.core.probe.bench;

import java.util.Arrays;
import java.util.Optional;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.OpenModel;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/** Opens a model and tells what its test images are. */
public final class TestSetLook implements ProbeTask<TestSet> {

    private final ModelChoice choice;

    /** A look at a model's images. */
    public TestSetLook(ModelChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<TestSet> advance(ProbeSession session) {
        OpenModel model = session.model(choice);
        Images images = model.images().images();
        return Optional.of(new TestSet(
                model.weights(),
                model.experiment().model().label() + ", "
                        + model.experiment().model().activation().label(),
                images.channels(),
                images.height(),
                images.width(),
                model.images().classNames(),
                Arrays.stream(images.labels()).boxed().toList()));
    }
}
