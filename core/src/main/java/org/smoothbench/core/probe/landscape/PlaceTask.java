package org.smoothbench.core.probe.landscape;

import java.util.Optional;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.PlaceReading;
import org.smoothbench.core.landscape.compute.ExploredModel;
import org.smoothbench.core.landscape.compute.PlaceReader;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.OpenModel;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/**
 * What a model says of the image at one place of a plane.
 *
 * @param choice the model
 * @param plane the plane
 * @param label the image's class
 * @param clip whether pixels that leave [0, 1] are moved back
 * @param a along the first direction, in budgets
 * @param b along the second
 */
public record PlaceTask(ModelChoice choice, ImagePlane plane, int label, boolean clip, double a, double b)
        implements ProbeTask<PlaceReading> {

    @Override
    public Optional<PlaceReading> advance(ProbeSession session) {
        OpenModel model = session.model(choice);
        ExploredModel explored =
                ExploredModel.of(model.network(), model.folded(), model.images().supply());
        return Optional.of(
                new PlaceReader(session.engine(), explored, session.cancelled()).at(plane, label, clip, a, b));
    }
}
