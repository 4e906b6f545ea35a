package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.data.TestSet;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.EvaluatedModel;
import org.smoothbench.core.evaluation.Target;
import org.smoothbench.core.evaluation.TestImages;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.model.FoldedNetwork;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.TorchScriptModel;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.schema.RecordWriter;

/**
 * A model on the device with the images it is evaluated on. Belongs to the engine's thread; closing it frees both, not the
 * engine.
 *
 * @param target the model
 * @param images the images
 * @param evaluated both in words
 * @param resources what is closed, in this order
 */
record EvaluationSubject(Target target, TestImages images, EvaluatedModel evaluated, List<AutoCloseable> resources)
        implements AutoCloseable {

    /**
     * Opens a source.
     *
     * @throws org.smoothbench.core.problem.ProblemException if model or images cannot be had, or do not fit
     */
    static EvaluationSubject open(TorchEngine engine, EvaluationSource source) {
        return switch (source) {
            case EvaluationSource.OfRun run -> ofRun(engine, run);
            case EvaluationSource.OfFile file -> ofFile(engine, file);
        };
    }

    private static EvaluationSubject ofRun(TorchEngine engine, EvaluationSource.OfRun source) {
        TrainedModel model =
                TrainedModel.open(engine, source.run(), source.checkpoint(), source.averaged(), source.data());
        try {
            FoldedNetwork folded = model.network().folded();
            TestImages images = images(engine, model.data());
            EvaluatedModel evaluated = new EvaluatedModel(
                    model.experiment().model().label() + ", "
                            + model.experiment().model().activation().label(),
                    source.run().path().toString(),
                    source.checkpoint() + (source.averaged() ? ", averaged" : ""),
                    model.weights().sha256(),
                    describe(model.experiment().data()),
                    Fingerprint.of(model.data().images()));
            Target target = new Target(folded, model.network(), () -> false);
            return new EvaluationSubject(target, images, evaluated, List.of(images.supply(), folded, model));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static EvaluationSubject ofFile(TorchEngine engine, EvaluationSource.OfFile source) {
        TestSet data = Datasets.openTest(source.data());
        try {
            Images test = data.images();
            ImageShape shape = new ImageShape(test.channels(), test.height(), test.width());
            TorchScriptModel model = TorchScriptModel.open(engine, source.file(), shape, source.normalization());
            TestImages images = images(engine, data);
            EvaluatedModel evaluated = new EvaluatedModel(
                    "TorchScript, normalisation " + new RecordWriter().write((Record) source.normalization()),
                    source.file().toAbsolutePath().normalize().toString(),
                    "",
                    sha256(source.file()),
                    describe(source.data()),
                    Fingerprint.of(test));
            return new EvaluationSubject(Target.of(model), images, evaluated, List.of(images.supply(), model, data));
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static TestImages images(TorchEngine engine, TestSet data) {
        int classes = data.classNames().size();
        return new TestImages(
                data.images(), ImageSupply.forEvaluation(engine, data.images(), classes), data.classNames());
    }

    private static String describe(DataSpec data) {
        return new RecordWriter().write((Record) data).toString();
    }

    private static String sha256(Path file) {
        try {
            return Fingerprint.ofFile(file);
        } catch (IOException e) {
            throw new Problem.Data(
                            "cannot be read (" + e.getMessage() + ")", file.toString(), "check that you may read it")
                    .asException(e);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
