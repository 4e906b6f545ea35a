package org.smoothbench.core.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.data.TestSet;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.model.ImageShape;

/** The test images of a data set, open for as many models as look at them. Belongs to the engine's thread. */
public final class OpenImages implements AutoCloseable {

    private final Images images;
    private final ImageSupply supply;
    private final List<String> classNames;
    private @Nullable String fingerprint;

    private OpenImages(Images images, ImageSupply supply, List<String> classNames) {
        this.images = images;
        this.supply = supply;
        this.classNames = List.copyOf(classNames);
    }

    /**
     * Reads the images.
     *
     * @throws org.smoothbench.core.problem.ProblemException if they are missing or damaged
     */
    static OpenImages open(TorchEngine engine, DataSpec data) {
        TestSet test = Datasets.openTest(data);
        try {
            ImageSupply supply = ImageSupply.forEvaluation(
                    engine, test.images(), test.classNames().size());
            return new OpenImages(test.images(), supply, test.classNames());
        } catch (RuntimeException e) {
            test.close();
            throw e;
        }
    }

    /** The images themselves. */
    public Images images() {
        return images;
    }

    /** The same on the device. */
    public ImageSupply supply() {
        return supply;
    }

    /** The name of each class. */
    public List<String> classNames() {
        return classNames;
    }

    /** The fingerprint of the images, in hexadecimal; the first time all of them are read for it. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(images);
            fingerprint = known;
        }
        return known;
    }

    /** The size of each image. */
    public ImageShape shape() {
        return new ImageShape(images.channels(), images.height(), images.width());
    }

    @Override
    public void close() {
        supply.close();
        images.close();
    }
}
