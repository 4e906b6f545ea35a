package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/** What an attack found for the images of a batch. */
public final class AttackOutcome {

    private final boolean[] fallen;
    private final NDArray adversarial;
    private final Symptoms symptoms;

    /**
     * An outcome.
     *
     * @param fallen for each image, whether an adversarial example within the budget was found
     * @param adversarial shape of the images: the examples for those that fell, the images themselves for the others
     */
    public AttackOutcome(boolean[] fallen, NDArray adversarial, Symptoms symptoms) {
        this.fallen = fallen.clone();
        this.adversarial = adversarial;
        this.symptoms = symptoms;
    }

    /** Whether an image of the batch fell. */
    public boolean fell(int place) {
        return fallen[place];
    }

    /** For each image of the batch whether it fell. */
    public boolean[] fallen() {
        return fallen.clone();
    }

    /** How many fell. */
    public int fallenCount() {
        int count = 0;
        for (boolean each : fallen) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /** Shape of the images: adversarial examples of those that fell, the images themselves of the others. */
    public NDArray adversarial() {
        return adversarial;
    }

    /** What was odd about the attack. */
    public Symptoms symptoms() {
        return symptoms;
    }
}
