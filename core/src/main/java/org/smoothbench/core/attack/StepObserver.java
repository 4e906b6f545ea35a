package org.smoothbench.core.attack;

/** Hears how an attack gets on, step after step. Called on the engine's thread. */
@FunctionalInterface
public interface StepObserver {

    /** Looks away. */
    StepObserver NONE = (run, step, places, losses, correct) -> {};

    /**
     * The model was asked about the iterates.
     *
     * @param run which run it is: restarts of the first target, then those of the next
     * @param step how many steps were taken; 0 at the start
     * @param places which images these are, by their places in the batch; those that fell before are not among them
     * @param losses what is ascended, for each
     * @param correct whether the model is right about each
     */
    void stepped(int run, int step, int[] places, double[] losses, boolean[] correct);
}
