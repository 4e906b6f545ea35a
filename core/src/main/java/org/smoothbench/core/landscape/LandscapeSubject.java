package org.smoothbench.core.landscape;

/**
 * Whose landscape it is.
 *
 * @param run the run's name
 * @param model the network, such as {@code ResNet-18, width 16}
 * @param activation its activation function
 * @param checkpoint {@code last} or {@code best}
 * @param averaged whether the weights are the averaged ones
 * @param epoch completed epochs
 * @param sha256 of the weights' file, in hexadecimal
 * @param data the specification of the images, as JSON
 * @param dataFingerprint of the test images, in hexadecimal
 */
public record LandscapeSubject(
        String run,
        String model,
        String activation,
        String checkpoint,
        boolean averaged,
        int epoch,
        String sha256,
        String data,
        String dataFingerprint) {

    /** Which network it is, for people. */
    public String label() {
        return run + ": " + model + ", " + activation + ", " + checkpoint + (averaged ? " averaged" : "")
                + " weights after epoch " + epoch;
    }
}
