package org.smoothbench.viz.chart;

/** Maps a range of values onto pixels: evenly, once the values have been straightened. */
sealed interface Scale permits LinearScale, LogScale {
    Range domain();

    double startPixel();

    double endPixel();

    double pixel(double value);

    double value(double pixel);

    /** The same pixels for another range. */
    Scale over(Range other);

    /** Whether a value has a place on the scale. */
    boolean hasPlaceFor(double value);

    /** What distances on the scale are proportional to. */
    double straight(double value);

    /** The value that {@link #straight(double)} makes this of. */
    double bent(double straight);

    default Range straight(Range range) {
        return new Range(straight(range.min()), straight(range.max()));
    }

    default Range bent(Range straight) {
        return new Range(bent(straight.min()), bent(straight.max()));
    }

    static Scale of(Axis axis, Range domain, double startPixel, double endPixel) {
        return axis.isLogarithmic()
                ? new LogScale(domain, startPixel, endPixel)
                : new LinearScale(domain, startPixel, endPixel);
    }
}
