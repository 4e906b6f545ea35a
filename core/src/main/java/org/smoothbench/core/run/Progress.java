package org.smoothbench.core.run;

/**
 * How far a run has come.
 *
 * @param epoch completed epochs
 * @param epochs all epochs
 * @param step completed steps
 * @param steps all steps
 * @param imagesPerSecond training images per second, evaluation left out; 0 while unknown
 * @param etaSeconds seconds left, evaluation included; negative while unknown
 */
public record Progress(int epoch, int epochs, long step, long steps, double imagesPerSecond, double etaSeconds) {

    /** Nothing done, nothing known. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, -1);

    /** The epoch that is worked at, from 1; at an epoch's end still that one, since its evaluation is part of it. */
    public int currentEpoch() {
        return steps == 0 ? 1 : Math.max(1, (int) Math.ceil((double) step * epochs / steps));
    }

    /** The share that is done, 0 to 1. */
    public double fraction() {
        return steps == 0 ? 0 : Math.min(1, (double) step / steps);
    }
}
