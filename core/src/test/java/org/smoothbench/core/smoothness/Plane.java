package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.DeviceImages;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.model.Classifier;

/** Grey images of 64 pixels, models of them that are formulas, and their numbers in double precision. */
final class Plane implements AutoCloseable {

    static final int SIDE = 8;
    static final int PIXELS = SIDE * SIDE;

    final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final byte[] bytes;
    private final int count;

    /** Images whose pixels are drawn from a range of bytes. */
    Plane(int count, int from, int to) {
        this.count = count;
        this.bytes = new byte[count * PIXELS];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(from, to);
        }
    }

    int count() {
        return count;
    }

    /** All images are of class 0. */
    DeviceImages images(int classes) {
        return new DeviceImages(engine, new ImageSet(bytes, new int[count], SIDE, SIDE, 1), classes);
    }

    /** A pixel of an image, on the [0, 1] scale. */
    double[] image(int index) {
        double[] pixels = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = (bytes[index * PIXELS + i] & 0xFF) / 255.0;
        }
        return pixels;
    }

    NDArray tensor(Shape shape, double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return engine.manager().create(floats, shape).duplicate();
    }

    static double[] random(int length, long seed, double from, double to) {
        return new SplittableRandom(seed).doubles(length, from, to).toArray();
    }

    /** A model of flat images. */
    static Classifier model(int classes, UnaryOperator<NDArray> logits) {
        return new Classifier() {

            @Override
            public NDArray logits(NDArray images) {
                return logits.apply(images.reshape(-1, PIXELS));
            }

            @Override
            public int classes() {
                return classes;
            }
        };
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double cosine(double[] a, double[] b) {
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    @Override
    public void close() {
        engine.close();
    }
}
