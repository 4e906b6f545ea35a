package org.smoothbench.core.training;

import org.smoothbench.core.data.Augmentation;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.Architecture;
import org.smoothbench.core.model.ImageShape;

/** Whether an experiment fits its images, found out before anything is made: no engine is started. */
public final class ExperimentCheck {

    private ExperimentCheck() {}

    /**
     * Makes sure that the augmentation fits the images, that the network can be built for them, and that the parameters the
     * optimizer names are its.
     *
     * @throws org.smoothbench.core.problem.ProblemException naming the setting that does not fit
     */
    public static void require(Experiment experiment, Dataset data) {
        Images images = data.train();
        var _ = new Augmentation(experiment.augmentation(), images.height(), images.width(), images.channels());
        ImageShape shape = new ImageShape(images.channels(), images.height(), images.width());
        Architecture network =
                Architecture.of(experiment.model(), shape, data.classNames().size());
        var _ = DecayRule.decaying(experiment.training().optimizer(), network.kinds());
    }
}
