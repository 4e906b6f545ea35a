package org.smoothbench.app.landscape;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.smoothbench.core.probe.bench.Picture;
import org.smoothbench.core.run.RunDirectory;

/** Looks at test images with a model. May be called from any thread, and calls back on any. */
public interface TestImages {

    /**
     * Which image, and whose.
     *
     * @param run whose test images
     * @param checkpoint {@code last} or {@code best}
     * @param averaged whether the averaged weights judge it
     */
    record Wanted(RunDirectory run, String checkpoint, boolean averaged, int index) {}

    /**
     * An image and what the model says of it.
     *
     * @param count how many test images there are
     * @param predicted the most probable class
     * @param probability of it
     */
    record Looked(
            int index,
            int count,
            Picture picture,
            int label,
            List<String> classNames,
            int predicted,
            double probability) {}

    /** Looks; of several calls for one run the newest counts. An index out of range gives the nearest image. */
    CompletableFuture<Looked> look(Wanted wanted);
}
