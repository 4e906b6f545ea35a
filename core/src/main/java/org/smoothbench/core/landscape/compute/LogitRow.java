package org.smoothbench.core.landscape.compute;

/**
 * What the logits of one image say, in double precision. Logits that are no number give no number.
 *
 * @param loss cross-entropy in nats
 * @param margin the largest wrong logit minus that of the class
 * @param predicted the class with the largest logit; -1 if a logit is no number
 */
record LogitRow(double loss, double margin, int predicted) {

    /**
     * Reads a row.
     *
     * @param logits of several images, one after another
     * @param from where the row begins
     */
    static LogitRow of(float[] logits, int from, int classes, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        double largestWrong = Double.NEGATIVE_INFINITY;
        int predicted = 0;
        for (int c = 0; c < classes; c++) {
            double logit = logits[from + c];
            if (Double.isNaN(logit)) {
                return new LogitRow(Double.NaN, Double.NaN, -1);
            }
            if (logit > largest) {
                largest = logit;
                predicted = c;
            }
            if (c != label) {
                largestWrong = Math.max(largestWrong, logit);
            }
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[from + c] - largest);
        }
        double own = logits[from + label];
        return new LogitRow(largest - own + Math.log(sum), largestWrong - own, predicted);
    }
}
