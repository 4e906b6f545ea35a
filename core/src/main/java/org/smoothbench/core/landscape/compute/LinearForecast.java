package org.smoothbench.core.landscape.compute;

/** What the loss's gradient at an image says of the loss near it. */
final class LinearForecast {

    private final float[] image;
    private final float[] gradient;

    /**
     * A forecast.
     *
     * @param gradient of the loss by the image's values, in nats per unit
     */
    LinearForecast(float[] image, float[] gradient) {
        this.image = image;
        this.gradient = gradient;
    }

    /**
     * How the loss should change, in nats; NaN where a value is farther from the image than allowed.
     *
     * @param there another image
     */
    double change(float[] there, double farthest) {
        double sum = 0;
        for (int i = 0; i < there.length; i++) {
            double move = (double) there[i] - image[i];
            if (Math.abs(move) > farthest) {
                return Double.NaN;
            }
            sum += move * gradient[i];
        }
        return sum;
    }
}
