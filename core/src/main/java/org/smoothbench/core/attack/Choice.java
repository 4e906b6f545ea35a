package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Takes each number from one of two tensors. */
final class Choice {

    private Choice() {}

    /**
     * One tensor where a condition holds, another elsewhere. DJL's own takes no condition for whole rows, though the engine
     * does.
     *
     * @param condition boolean, of a shape that spreads over that of the tensors
     * @return owned by the manager of the first tensor
     */
    static NDArray of(NDArray condition, NDArray yes, NDArray no) {
        return JniUtils.where((PtNDArray) condition, (PtNDArray) yes, (PtNDArray) no);
    }
}
