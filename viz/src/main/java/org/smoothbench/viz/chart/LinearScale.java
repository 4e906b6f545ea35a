package org.smoothbench.viz.chart;

/** Equal differences are equally long. */
record LinearScale(Range domain, double startPixel, double endPixel) implements Scale {
    @Override
    public Scale over(Range other) {
        return new LinearScale(other, startPixel, endPixel);
    }

    @Override
    public boolean hasPlaceFor(double value) {
        return true;
    }

    @Override
    public double straight(double value) {
        return value;
    }

    @Override
    public double bent(double straight) {
        return straight;
    }

    @Override
    public double pixel(double value) {
        return startPixel + (value - domain.min()) / domain.width() * (endPixel - startPixel);
    }

    @Override
    public double value(double pixel) {
        return domain.min() + (pixel - startPixel) / (endPixel - startPixel) * domain.width();
    }
}
