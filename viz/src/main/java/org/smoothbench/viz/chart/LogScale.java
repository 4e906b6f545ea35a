package org.smoothbench.viz.chart;

/** Equal ratios are equally long; zero and what is below have no place. */
final class LogScale implements Scale {
    private final Range domain;
    private final double startPixel;
    private final double endPixel;
    /** Kept, since a chart asks for the pixels of a million points a second and logarithms are slow. */
    private final double start;

    private final double pixelsPerDecade;

    LogScale(Range domain, double startPixel, double endPixel) {
        if (domain.min() <= 0) {
            throw new IllegalArgumentException("a logarithmic scale begins above 0, not at " + domain.min());
        }
        this.domain = domain;
        this.startPixel = startPixel;
        this.endPixel = endPixel;
        this.start = Math.log10(domain.min());
        this.pixelsPerDecade = (endPixel - startPixel) / (Math.log10(domain.max()) - start);
    }

    @Override
    public Range domain() {
        return domain;
    }

    @Override
    public double startPixel() {
        return startPixel;
    }

    @Override
    public double endPixel() {
        return endPixel;
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

    @Override
    public double pixel(double value) {
        return startPixel + (Math.log10(value) - start) * pixelsPerDecade;
    }

    @Override
    public double value(double pixel) {
        return bent(start + (pixel - startPixel) / pixelsPerDecade);
    }
}
