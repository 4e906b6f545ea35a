package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.InputNormalization;

/**
 * A model from a TorchScript file, in inference mode, for logits and gradients of images. Images reach it in plain layout:
 * it may have convolutions that channels-last ones corrupt memory with, as {@link Convolution} tells. Belongs to the
 * engine's thread.
 */
public final class TorchScriptModel implements Classifier, AutoCloseable {

    private final NDManager manager;
    private final TorchScriptModule module;
    private final Layer normalization;
    private final TorchScriptTrial.Findings findings;

    private TorchScriptModel(
            NDManager manager, TorchScriptModule module, Layer normalization, TorchScriptTrial.Findings findings) {
        this.manager = manager;
        this.module = module;
        this.normalization = normalization;
        this.findings = findings;
    }

    /**
     * Reads a model and tries it on a few made images: it must give float32 numbers of shape (images, classes), those of an
     * image must not depend on the other images of its batch, and they must have a gradient. Restarts the engine's random
     * numbers.
     *
     * @param images what it is to classify
     * @param normalization what happens to images in [0, 1] before they reach it; none if that is part of the file
     * @throws org.smoothbench.core.problem.ProblemException if the file holds no such model
     */
    public static TorchScriptModel open(
            TorchEngine engine, Path file, ImageShape images, InputNormalization normalization) {
        NDManager manager = engine.manager().newSubManager();
        try {
            Layer layer = NormalizationLayer.of(manager, normalization, images.channels());
            TorchScriptTrial trial = new TorchScriptTrial(engine, file, images);
            TorchScriptModule module = trial.load(manager);
            return new TorchScriptModel(manager, module, layer, trial.of(module, x -> classify(module, layer, x)));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    @Override
    public NDArray logits(NDArray images) {
        return classify(module, normalization, images);
    }

    private static NDArray classify(TorchScriptModule module, Layer normalization, NDArray images) {
        NDManager owner = images.getManager();
        try (NDManager scratch = owner.newSubManager()) {
            // Rows cannot be a view of channels-last images, so this copies into plain layout.
            NDArray rows = images.reshape(images.getShape().get(0), -1);
            rows.attach(scratch);
            NDArray plain = rows.reshape(images.getShape());
            NDArray logits = module.forward(normalization.forward(plain, Pass.INFERENCE));
            logits.attach(owner);
            return logits;
        }
    }

    @Override
    public int classes() {
        return findings.classes();
    }

    /** Whether the same images get other logits each time; what an attack finds then depends on the draws. */
    public boolean randomized() {
        return findings.randomized();
    }

    /** Whether the outputs are probabilities, on which the cross-entropy of an attack flattens, instead of logits. */
    public boolean givesProbabilities() {
        return findings.probabilities();
    }

    @Override
    public void close() {
        manager.close();
    }
}
