package org.smoothbench.viz.chart;

/** Equal ratios are equally long; zero and what is below have no place. */
record LogScale(Range domain, double startPixel, double endPixel) implements Scale {
    LogScale {
        if (domain.min() <= 0) {
            throw new IllegalArgumentException("a logarithmic scale begins above 0, not at " + domain.min());
        }
    }

    @Override
    public Scale over(Range other) {
        return new LogScale(other, startPixel, endPixel);
    }

    @Override
    public boolean hasPlaceFor(double value) {
        return value > 0;
    }

    @Override
    public double straight(double value) {
        return Math.log10(value);
    }

    @Override
    public double bent(double straight) {
        return Math.pow(10, straight);
    }
}
