package org.smoothbench.core.evaluation;

import org.smoothbench.core.attack.Passes;

/** Told how an evaluation gets on, on the engine's thread. */
public interface EvaluationObserver {

    /** Hears nothing. */
    EvaluationObserver NONE = new EvaluationObserver() {};

    /**
     * A batch is done.
     *
     * @param part what is being done, such as {@code clean} or {@code apgd-ce}
     * @param done images of the part that are done
     * @param total images of the part
     * @param standing images that are right and still stand
     */
    default void progressed(String part, int done, int total, int standing) {}

    /**
     * A batch is being attacked; told before each query of the model.
     *
     * @param part as above
     * @param images in the batch
     * @param soFar what the batch has cost
     */
    default void working(String part, int images, Passes soFar) {}

    /** Something the user should know happened, such as a halved batch. */
    default void noticed(String message) {}
}
