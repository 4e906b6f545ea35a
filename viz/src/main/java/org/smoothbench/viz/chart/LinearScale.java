package org.smoothbench.viz.chart;

/** Maps a range of values onto pixels, evenly. */
record LinearScale(Range domain, double startPixel, double endPixel) {
    double pixel(double value) {
        return startPixel + (value - domain.min()) / domain.width() * (endPixel - startPixel);
    }

    double value(double pixel) {
        return domain.min() + (pixel - startPixel) / (endPixel - startPixel) * domain.width();
    }
}
