package org.smoothbench.core.model;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** A module of TorchScript in inference mode, whose parameters no gradient goes into. */
final class TorchScriptModule {

    private static final int LONGEST_MESSAGE = 200;

    private final PtSymbolBlock module;
    private final Set<DataType> types = new LinkedHashSet<>();

    /**
     * Loads a module.
     *
     * @param owner of it
     * @throws EngineException if libtorch cannot make it
     */
    TorchScriptModule(NDManager owner, Path file) throws IOException {
        PtNDManager manager = (PtNDManager) owner;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            this.module = JniUtils.loadModule(manager, in, true, false);
        }
        JniUtils.enableInferenceMode(module);
        for (NDArray parameter : JniUtils.moduleGetParams(module, manager)) {
            types.add(parameter.getDataType());
            parameter.setRequiresGradient(false);
            if (!owner.getDevice().isGpu() && !keptPlain(parameter)) {
                parameter.close();
            }
        }
    }

    /**
     * Lays a parameter image by image in memory where it lies channels-last: of a model with such weights every activation
     * would be channels-last, and convolutions with few outputs would corrupt memory, as {@link Convolution} tells.
     *
     * @return whether it now lies in Java's memory, which the array has to keep
     */
    private static boolean keptPlain(NDArray parameter) {
        if (parameter.getShape().dimension() != 4 || parameter.getDataType() != DataType.FLOAT32) {
            return false;
        }
        try (NDManager scratch = parameter.getManager().newSubManager()) {
            NDArray handle = parameter.stopGradient();
            handle.attach(scratch);
            // DJL makes another array for the bytes if they are not in order.
            var _ = handle.toByteBuffer(true);
            if (scratch.getManagedArrays().size() == 1) {
                return false;
            }
            parameter.set(FloatBuffer.wrap(parameter.toFloatArray()));
            return true;
        }
    }

    /** The types of the parameters that can be seen; those of frozen modules cannot. */
    Set<DataType> types() {
        return types;
    }

    /**
     * The output for images in plain layout, owned by their manager; recorded for a backward pass where the thread records.
     * TorchScript's optimizer stays off: after a few calls it would compute in another way, with other bits.
     */
    NDArray forward(NDArray images) {
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return IValueUtils.forward(module, new NDList(images), true).singletonOrThrow();
        } finally {
            JniUtils.setGraphExecutorOptimize(true);
        }
    }

    /** What comes out, in words: {@code a tensor of (2, 10)}, {@code a tuple}. */
    String output(NDArray images) {
        JniUtils.setGraphExecutorOptimize(false);
        try (IValue input = IValue.from((PtNDArray) images);
                IValue output = IValueUtils.forward(module, new IValue[] {input})) {
            if (!output.isTensor()) {
                return output.isTuple() ? "a tuple" : output.isMap() ? "a dictionary" : "no tensor";
            }
            try (NDArray tensor = output.toTensor((PtNDManager) images.getManager())) {
                Shape shape = tensor.getShape();
                boolean single = tensor.getDataType() == DataType.FLOAT32;
                return "a tensor of " + shape + (single ? "" : " that is not float32");
            }
        } finally {
            JniUtils.setGraphExecutorOptimize(true);
        }
    }

    /** The sentence of libtorch's message that says what happened, without traces of the stack. */
    static String reason(EngineException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        int raised = message.indexOf("\nException raised from");
        String text = raised < 0 ? message : message.substring(0, raised);
        int error = text.lastIndexOf("Error: ");
        String last = error < 0 ? text : text.substring(error + "Error: ".length());
        String line = last.strip().lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " ...";
    }
}
