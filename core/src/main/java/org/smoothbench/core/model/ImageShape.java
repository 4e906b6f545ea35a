package org.smoothbench.core.model;

/** The shape of the images a network is made for; points in the plane are one channel of height 1 and width 2. */
public record ImageShape(int channels, int height, int width) {

    /** The number of values of one image. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }
}
