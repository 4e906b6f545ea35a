package org.smoothbench.core.model;

/** A square convolution, padded so that stride 1 keeps the size of the image; torchvision's (k - 1) / 2 on every side. */
record ConvolutionShape(int in, int out, int kernel, int stride, int groups) {

    /** An ordinary convolution with stride 1. */
    static ConvolutionShape of(int in, int out, int kernel) {
        return new ConvolutionShape(in, out, kernel, 1, 1);
    }

    /** A convolution of each channel with a kernel of its own. */
    static ConvolutionShape depthwise(int channels, int kernel) {
        return new ConvolutionShape(channels, channels, kernel, 1, channels);
    }

    ConvolutionShape strided(int newStride) {
        return new ConvolutionShape(in, out, kernel, newStride, groups);
    }

    ConvolutionShape grouped(int newGroups) {
        return new ConvolutionShape(in, out, kernel, stride, newGroups);
    }

    int padding() {
        return (kernel - 1) / 2;
    }

    /** He initialisation's standard deviation by fan-out, which is counted over all groups, as torchvision does. */
    double heDeviation() {
        return Math.sqrt(2.0 / ((double) out * kernel * kernel));
    }

    /** He initialisation's standard deviation by the fan-out of one group. */
    double heDeviationOfGroup() {
        return Math.sqrt(2.0 / ((double) out / groups * kernel * kernel));
    }
}
