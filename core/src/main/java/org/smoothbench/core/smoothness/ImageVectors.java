package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDArray;

/** One vector for each image of a batch, in Java's memory, so that lengths and angles are computed in double precision. */
final class ImageVectors {

    private final float[] values;
    private final int size;

    private ImageVectors(float[] values, int images) {
        this.values = values;
        this.size = values.length / images;
    }

    /** The vectors of a tensor whose first dimension is the image. Waits for the device. */
    static ImageVectors of(NDArray array) {
        return new ImageVectors(
                array.toFloatArray(), Math.toIntExact(array.getShape().get(0)));
    }

    /** What is to be added to the others to get these. */
    ImageVectors minus(ImageVectors others) {
        float[] differences = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            differences[i] = values[i] - others.values[i];
        }
        return new ImageVectors(differences, values.length / size);
    }

    double dot(ImageVectors other, int image) {
        double sum = 0;
        for (int i = image * size; i < (image + 1) * size; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    /** The product with the signs of another vector. */
    double dotSign(ImageVectors other, int image) {
        double sum = 0;
        for (int i = image * size; i < (image + 1) * size; i++) {
            sum += values[i] * (double) Math.signum(other.values[i]);
        }
        return sum;
    }

    /** The only value, where vectors have but one. */
    double first(int image) {
        return values[image * size];
    }

    /** The sum of absolute values. */
    double sum(int image) {
        double sum = 0;
        for (int i = image * size; i < (image + 1) * size; i++) {
            sum += Math.abs((double) values[i]);
        }
        return sum;
    }

    double length(int image) {
        return Math.sqrt(dot(this, image));
    }

    double largest(int image) {
        double largest = 0;
        for (int i = image * size; i < (image + 1) * size; i++) {
            largest = Math.max(largest, Math.abs((double) values[i]));
        }
        return largest;
    }

    /** The length of the vector of signs: the root of the number of values that are not 0. */
    double signLength(int image) {
        int count = 0;
        for (int i = image * size; i < (image + 1) * size; i++) {
            count += values[i] == 0 ? 0 : 1;
        }
        return Math.sqrt(count);
    }

    /** The cosine of the angle to another vector; 1 where either is 0, as GradAlign's authors count it. */
    double cosine(ImageVectors other, int image) {
        double lengths = length(image) * other.length(image);
        return lengths == 0 ? 1 : Math.clamp(dot(other, image) / lengths, -1.0, 1.0);
    }
}
