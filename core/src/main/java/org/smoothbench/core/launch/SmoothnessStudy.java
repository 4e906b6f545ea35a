package org.smoothbench.core.launch;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.smoothness.SmoothnessMeasurement;
import org.smoothbench.core.smoothness.SmoothnessReport;
import org.smoothbench.core.smoothness.SmoothnessSettings;

/** Measures how smooth a run's network is on its test images, and keeps the result in the run's folder. */
public final class SmoothnessStudy {

    private final SmoothnessSettings settings;

    /** Studies with these settings. */
    public SmoothnessStudy(SmoothnessSettings settings) {
        this.settings = settings;
    }

    /**
     * A study.
     *
     * @param schema the version of this format
     * @param subject what was measured
     * @param smoothness what came of it
     * @param seconds how long it took
     */
    public record Result(int schema, StudiedModel subject, SmoothnessReport smoothness, double seconds) {

        /** Writes the study into the run's folder, whole; gives the file. */
        public Path keep(RunDirectory run, SmoothnessSettings settings) {
            return StudiedModel.write(this, run.smoothness(), subject.weights(), settings.threat());
        }
    }

    /**
     * Measures. Works on the engine's thread.
     *
     * @param cancelled asked before each query of the network
     * @param done hears how many images are done
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public Result measure(TorchEngine engine, TrainedModel model, BooleanSupplier cancelled, IntConsumer done) {
        long began = System.nanoTime();
        try (ImageSupply images = ImageSupply.forEvaluation(
                engine, model.data().images(), model.data().classNames().size())) {
            SmoothnessReport report = new SmoothnessMeasurement(engine, images, settings)
                    .measure(model.network(), model.experiment().model().activation(), cancelled, done);
            return new Result(1, StudiedModel.of(model, engine), report, (System.nanoTime() - began) / 1e9);
        }
    }
}
