package org.smoothbench.core.model;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.problem.Problem;

/** Finds out whether a TorchScript file holds a classifier that can be attacked; says what is wrong if not. */
final class TorchScriptTrial {

    private static final Set<DataType> WEIGHTS = Set.of(DataType.FLOAT32, DataType.INT64, DataType.INT32);
    private static final int[] USUAL_SIZES = {28, 32, 64, 96, 224, 299};
    private static final Pattern UNKNOWN = Pattern.compile("(?:builtin op|operator)[: ]+'?([\\w.]+::\\w+)");

    /** Of the largest logit; what other images of a batch change by rounding alone is far less. */
    private static final float TOLERANCE = 1e-3f;

    private final TorchEngine engine;
    private final Path file;
    private final ImageShape images;
    private final TorchScriptFile contents;

    /**
     * What a model turned out to be.
     *
     * @param randomized whether logits depend on random draws
     * @param probabilities whether outputs are probabilities
     */
    record Findings(int classes, boolean randomized, boolean probabilities) {}

    /** A trial of a file, which is looked into at once. */
    TorchScriptTrial(TorchEngine engine, Path file, ImageShape images) {
        this.engine = engine;
        this.file = file;
        this.images = images;
        this.contents = TorchScriptFile.of(file);
    }

    /** The module of the file. */
    TorchScriptModule load(NDManager owner) {
        if (contents.namesGpu() && !engine.device().isGpu()) {
            throw problem(
                    "works on a GPU alone: its code makes tensors on cuda",
                    "trace it on the CPU, model.cpu(), or evaluate on a GPU");
        }
        if (contents.training() && contents.alwaysDropsOut()) {
            throw tracedInTraining("dropout is always on");
        }
        try {
            TorchScriptModule module = new TorchScriptModule(owner, file);
            if (!WEIGHTS.containsAll(module.types())) {
                throw problem(
                        "has weights that are not float32: " + module.types(), "save it again after model.float()");
            }
            return module;
        } catch (EngineException e) {
            Matcher unknown = UNKNOWN.matcher(String.valueOf(e.getMessage()));
            throw unknown.find()
                    ? problem(
                            "uses an operation that libtorch " + engine.version() + " does not know: "
                                    + unknown.group(1),
                            "export it without this operation")
                    : problem(
                            "cannot be loaded by libtorch " + engine.version() + ": " + TorchScriptModule.reason(e),
                            "save it again, with PyTorch 1.13 to 2.7");
        } catch (IOException e) {
            throw problem("cannot be read (" + e.getMessage() + ")", "check that you may read it");
        }
    }

    /** What the module is, seen through its whole way from images in [0, 1]. */
    Findings of(TorchScriptModule module, UnaryOperator<NDArray> logits) {
        try (NDManager scratch = engine.manager().newSubManager()) {
            int classes = classes(module, scratch);
            requireGradient(logits, scratch);
            NDArray dark = pair(0, scratch);
            float[] first = seeded(logits, dark, 1);
            float[] again = seeded(logits, dark, 2);
            float[] beside = seeded(logits, pair(0.9f, scratch), 1);
            float largest = 0;
            float change = 0;
            float influence = 0;
            for (int k = 0; k < classes; k++) {
                if (!Float.isFinite(first[k])) {
                    throw problem("gives logits that are not finite", "check its weights");
                }
                largest = Math.max(largest, Math.abs(first[k]));
                change = Math.max(change, Math.abs(again[k] - first[k]));
                influence = Math.max(influence, Math.abs(beside[k] - first[k]));
            }
            if (influence > TOLERANCE * largest) {
                throw contents.training()
                        ? tracedInTraining("the logits of an image depend on the other images of its batch")
                        : problem(
                                "gives an image other logits beside other images, so it cannot be attacked image by image",
                                "call model.eval() before torch.jit.trace, and keep running statistics in batch norm");
            }
            return new Findings(classes, change > TOLERANCE * largest, probabilities(first, classes));
        }
    }

    private int classes(TorchScriptModule module, NDManager scratch) {
        String one = output(module, 1, scratch);
        String three;
        try {
            three = module.output(grey(images, 3, scratch));
        } catch (EngineException e) {
            throw problem(
                    "classifies single images but not batches of 3: " + TorchScriptModule.reason(e),
                    "let its forward take any number of images, x.flatten(1) instead of a view with a fixed size");
        }
        Matcher shape = Pattern.compile("a tensor of \\(3, (\\d+)\\)").matcher(three);
        if (!one.startsWith("a tensor of (1, ") || !shape.matches()) {
            throw problem(
                    "gives " + three + " for 3 images, where logits have the shape (3, classes)",
                    "export a model whose forward returns the logits alone");
        }
        int classes = Integer.parseInt(shape.group(1));
        if (classes < 2) {
            throw problem("has a single output", "export a model with one logit for each of 2 classes or more");
        }
        return classes;
    }

    private String output(TorchScriptModule module, int count, NDManager scratch) {
        try {
            return module.output(grey(images, count, scratch));
        } catch (EngineException e) {
            for (int channels : new int[] {images.channels(), 3, 1}) {
                for (int size : USUAL_SIZES) {
                    ImageShape other = new ImageShape(channels, size, size);
                    if (accepts(module, other, scratch)) {
                        throw problem(
                                "does not take images of " + text(images) + " but, for instance, of " + text(other),
                                "evaluate it on the images it was trained on");
                    }
                }
            }
            throw problem(
                    "fails on images of " + text(images) + ": " + TorchScriptModule.reason(e),
                    "its forward must take one float32 tensor (images, channels, height, width)");
        }
    }

    private static boolean accepts(TorchScriptModule module, ImageShape shape, NDManager scratch) {
        try {
            var _ = module.output(grey(shape, 1, scratch));
            return true;
        } catch (EngineException _) {
            return false;
        }
    }

    private static NDArray grey(ImageShape shape, int count, NDManager scratch) {
        return scratch.full(new Shape(count, shape.channels(), shape.height(), shape.width()), 0.5f);
    }

    /** An image and another beside it, which is never darker than a floor. */
    private NDArray pair(float floor, NDManager scratch) {
        float[] values = new float[2 * images.size()];
        for (int i = 0; i < values.length; i++) {
            float wave = (float) (0.5 + 0.5 * Math.sin(i * 0.7 + i * i * 1e-3));
            values[i] = i < images.size() ? wave : floor + 0.1f * wave;
        }
        return scratch.create(values, new Shape(2, images.channels(), images.height(), images.width()));
    }

    private float[] seeded(UnaryOperator<NDArray> logits, NDArray pair, long seed) {
        engine.seed(seed);
        return logits.apply(pair).toFloatArray();
    }

    private void requireGradient(UnaryOperator<NDArray> logits, NDManager scratch) {
        NDArray x = grey(images, 1, scratch);
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(logits.apply(x).sum());
        } catch (EngineException e) {
            throw problem(
                    "has no gradient: " + TorchScriptModule.reason(e),
                    "export it without no_grad, detach and rounding, for attacks need gradients");
        }
    }

    private static boolean probabilities(float[] outputs, int classes) {
        float sum = 0;
        for (int k = 0; k < classes; k++) {
            if (outputs[k] < 0) {
                return false;
            }
            sum += outputs[k];
        }
        return Math.abs(sum - 1) < TOLERANCE;
    }

    private RuntimeException tracedInTraining(String sign) {
        return problem(
                "was traced in training mode: " + sign, "call model.eval() before torch.jit.trace and save it again");
    }

    private RuntimeException problem(String what, String remedy) {
        return new Problem.Data(what, file.toString(), remedy).asException();
    }

    private static String text(ImageShape shape) {
        return "%dx%dx%d".formatted(shape.channels(), shape.height(), shape.width());
    }
}
