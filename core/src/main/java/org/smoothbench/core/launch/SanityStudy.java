package org.smoothbench.core.launch;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.sanity.SanityMeasurement;
import org.smoothbench.core.evaluation.sanity.SanityReport;
import org.smoothbench.core.evaluation.sanity.SanitySettings;
import org.smoothbench.core.model.FoldedNetwork;
import org.smoothbench.core.run.RunDirectory;

/** Finds out whether the robust accuracy of a run's network can be believed, and keeps the result in the run's folder. */
public final class SanityStudy {

    private final SanitySettings settings;

    /** Studies with these settings. */
    public SanityStudy(SanitySettings settings) {
        this.settings = settings;
    }

    /**
     * A study.
     *
     * @param schema the version of this format
     * @param subject what was attacked
     * @param sanity what came of it
     * @param seconds how long it took
     */
    public record Result(int schema, StudiedModel subject, SanityReport sanity, double seconds) {

        /** Writes the study into the run's folder, whole; gives the file. */
        public Path keep(RunDirectory run, SanitySettings settings) {
            return StudiedModel.write(this, run.sanity(), subject.weights(), settings.threat());
        }
    }

    /**
     * Attacks and judges. Works on the engine's thread.
     *
     * @param cancelled asked before each query of the network
     * @param progress hears in words how far it is
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public Result measure(
            TorchEngine engine, TrainedModel model, BooleanSupplier cancelled, Consumer<String> progress) {
        long began = System.nanoTime();
        try (ImageSupply images = ImageSupply.forEvaluation(
                        engine, model.data().images(), model.data().classNames().size());
                FoldedNetwork network = model.network().folded()) {
            SanityReport report = new SanityMeasurement(engine, images, settings).measure(network, cancelled, progress);
            return new Result(1, StudiedModel.of(model, engine), report, (System.nanoTime() - began) / 1e9);
        }
    }
}
